import { test } from '@japa/runner'
import { checkDigit, gtin13 } from '#app/demo/gtin'

test.group('GTIN', () => {
  test('check digits are those of numbers seen on boxes', ({ assert }) => {
    for (const code of ['4006381333931', '5901234123457', '9780306406157', '0036000291452']) {
      assert.equal(checkDigit(code.slice(0, -1)), Number(code.at(-1)), code)
    }
  })

  test('items of a brand differ and begin with the prefix of its country', ({ assert }) => {
    const brand = { slug: 'misfat', origin: 'tunisienne' as const }
    const codes = Array.from({ length: 1000 }, (_, item) => gtin13(brand, item))
    assert.lengthOf(new Set(codes), 1000)
    for (const code of codes) {
      assert.match(code, /^619\d{10}$/)
      assert.equal(checkDigit(code.slice(0, -1)), Number(code.at(-1)))
    }
  })
})
