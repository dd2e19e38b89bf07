import { test } from '@japa/runner'
import fc from 'fast-check'
import { apportion } from '#app/money/apportion'
import { documentTotals, type DocumentLine } from '#app/money/document_totals'
import { fiscalStamp } from '#app/money/fiscal_stamp'
import { repeats } from '#tests/depth'

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)

test.group('Document totals', () => {
  test('the invoice of the tax office is right to the millime', ({ assert }) => {
    const totals = documentTotals(
      [
        { quantity: 2, unitPrice: 24_790, discountPercent: 5, taxRate: 19 },
        { quantity: 1, unitPrice: 189_900, taxRate: 19 },
        { quantity: 1, unitPrice: 8_000, taxRate: 19 },
      ],
      { basis: 'net', stamp: fiscalStamp('2026-11-21') }
    )

    assert.deepEqual(
      totals.lines.map(({ net }) => net),
      [47_101, 189_900, 8_000]
    )
    assert.containSubset(totals, { net: 245_001, tax: 46_550, gross: 291_551, total: 292_551 })
  })

  test('tax of shelf price {price} is {tax}, and the same again from its net')
    .with([
      { price: 89_900, tax: 14_354 },
      { price: 129_000, tax: 20_597 },
      { price: 45_500, tax: 7_265 },
    ])
    .run(({ assert }, { price, tax }) => {
      const { net, ...shelf } = documentTotals([{ quantity: 1, unitPrice: price, taxRate: 19 }], {
        basis: 'gross',
      })
      assert.equal(shelf.tax, tax)
      assert.equal(shelf.total, price)
      const again = documentTotals([{ quantity: 1, unitPrice: net, taxRate: 19 }], { basis: 'net' })
      assert.equal(again.tax, tax)
    })

  test('tax is taken of the sum of a rate, not line by line', ({ assert }) => {
    const line = { quantity: 1, unitPrice: 3, taxRate: 19 }
    const { tax, lines } = documentTotals(
      Array.from({ length: 10 }, () => line),
      { basis: 'net' }
    )

    assert.equal(tax, 6, '5.7 of 30; ten times 0.57 would be 10')
    assert.equal(sum(lines.map((each) => each.tax)), 6)
  })

  test('whatever is sold: lines sum to rates, rates to totals, nothing is negative', ({
    assert,
  }) => {
    const property = fc.property(document, ({ lines, basis, discount }) => {
      const totals = documentTotals(lines, { basis, discount, stamp: 1_000 })
      for (const part of ['net', 'tax', 'gross', 'discount'] as const) {
        assert.equal(sum(totals.lines.map((line) => line[part])), totals[part])
        assert.isTrue(totals.lines.every((line) => line[part] >= 0 && Number.isInteger(line[part])))
      }
      for (const part of ['net', 'tax', 'gross'] as const) {
        assert.equal(sum(totals.rates.map((rate) => rate[part])), totals[part])
      }
      assert.equal(totals.net + totals.tax, totals.gross)
      assert.equal(totals.total, totals.gross + 1_000)
      if (basis === 'gross') {
        const listed = sum(lines.map(({ quantity, unitPrice }) => quantity * unitPrice))
        assert.equal(totals.gross + totals.discount, listed)
      }
    })
    fc.assert(property, { numRuns: repeats(2_000, 10_000) })
  })

  test('shares sum to what is divided, and none is off by a millime', ({ assert }) => {
    const weights = fc.array(fc.nat({ max: 2_000_000_000 }), { minLength: 1, maxLength: 30 })
    const property = fc.property(
      fc.integer({ min: -1e12, max: 1e12 }),
      weights,
      (amount, parts) => {
        const shares = apportion(amount, parts)
        assert.equal(sum(shares), amount)
        const whole = sum(parts)
        for (const [index, share] of shares.entries()) {
          if (whole) assert.isBelow(Math.abs(share - (amount * parts[index]) / whole), 1.001)
        }
      }
    )
    fc.assert(property, { numRuns: repeats(1_000, 10_000) })
  })

  test('the stamp is the one of the day', ({ assert }) => {
    assert.equal(fiscalStamp('2023-01-01'), 1_000)
    assert.throws(() => fiscalStamp('2022-12-31'), RangeError)
  })
})

const line: fc.Arbitrary<DocumentLine> = fc.record({
  quantity: fc.integer({ min: 1, max: 9_999 }),
  unitPrice: fc.integer({ min: 0, max: 500_000_000 }),
  taxRate: fc.constantFrom(0, 7, 13, 19),
})

const document = fc.record({
  lines: fc.array(line, { minLength: 0, maxLength: 20 }),
  basis: fc.constantFrom('gross' as const, 'net' as const),
  discount: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_000_000_000_000 })),
})
