import { test } from '@japa/runner'
import { hasRightLetter, readTaxId } from '#app/invoicing/tax_id'

test.group('Matricules', () => {
  test('{typed} is read as {read}')
    .with([
      { typed: '1234567R/A/M/000', read: '1234567R/A/M/000' },
      { typed: ' 1234567 r.a.m.000', read: '1234567R/A/M/000' },
      { typed: '736202-p', read: '0736202P' },
      { typed: '1234567I', read: undefined },
      { typed: '12345678R', read: undefined },
      { typed: '1234567R/A/M', read: undefined },
      { typed: '', read: undefined },
    ])
    .run(({ assert }, { typed, read }) => {
      assert.equal(readTaxId(typed), read)
    })

  test('the letter of {taxId} fits its digits')
    .with(
      ['0736202X', '0914089J', '1282182W', '0000121J', '1631526V', '1234567R/A/M/000'].map(
        (taxId) => ({ taxId })
      )
    )
    .run(({ assert }, { taxId }) => {
      assert.isTrue(hasRightLetter(taxId))
      const next = taxId[7] === 'Z' ? 'A' : 'Z'
      assert.isFalse(hasRightLetter(taxId.slice(0, 7) + next))
    })
})
