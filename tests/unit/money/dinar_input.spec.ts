import { test } from '@japa/runner'
import vine from '@vinejs/vine'
import { dinarInput, MAX_MILLIMES } from '#app/money/dinar_input'

const form = vine.create({ price: dinarInput(), cost: dinarInput().nullable() })

test.group('Amounts as people type them', () => {
  test('{typed} is {millimes} millimes')
    .with([
      { typed: '12', millimes: 12_000 },
      { typed: ' 1 234,500 ', millimes: 1_234_500 },
      { typed: '1234.5', millimes: 1_234_500 },
      { typed: '1\u202f234,05', millimes: 1_234_050 },
      { typed: '0', millimes: 0 },
      { typed: '2000000000', millimes: MAX_MILLIMES },
    ])
    .run(async ({ assert }, { typed, millimes }) => {
      const { price } = await form.validate({ price: typed, cost: null })
      assert.equal(price, millimes)
    })

  test('{typed} is no amount')
    .with(
      ['-1', '1,2345', '1.234.567', 'douze', '12 DT', '', '2000000000,001'].map((typed) => ({
        typed,
      }))
    )
    .run(async ({ assert }, { typed }) => {
      await assert.rejects(() => form.validate({ price: typed, cost: null }))
    })

  test('what may be left open stays open; a number of a program is no text of a form', async ({
    assert,
  }) => {
    const { cost } = await form.validate({ price: '1', cost: null })
    assert.isNull(cost)
    await assert.rejects(() => form.validate({ price: 12, cost: null }))
  })
})
