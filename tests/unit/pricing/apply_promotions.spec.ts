import { test } from '@japa/runner'
import fc from 'fast-check'
import { documentTotals } from '#app/money/document_totals'
import { applyPromotions, type Offer, type PromotedLine } from '#app/pricing/apply_promotions'
import { couponProblem } from '#app/pricing/coupon_problem'

const RUNS = { numRuns: 10_000 }

const line = (given: Partial<PromotedLine>): PromotedLine => ({
  ...{ productId: 1, quantity: 1, unitPrice: 10_000, brandId: 1, category: 'freinage/plaquettes' },
  ...given,
})

const offer = (given: Partial<Offer>): Offer => ({
  ...{ id: 1, code: null, name: 'Offre', kind: 'percent', percent: null, amount: null },
  ...{ buy: null, get: null, brand: null, category: null, minSubtotal: 0, combines: false },
  ...{ state: 'good' as const },
  ...given,
})

const percent = (of: number, given: Partial<Offer> = {}) =>
  offer({ kind: 'percent', percent: of, ...given })
const amount = (of: number, given: Partial<Offer> = {}) =>
  offer({ kind: 'amount', amount: of, ...given })

const someCategory = fc.constantFrom('freinage', 'freinage/plaquettes', 'freins', 'moteur', null)
const someLines = fc.uniqueArray(
  fc.record({
    productId: fc.integer({ min: 1, max: 50 }),
    quantity: fc.integer({ min: 1, max: 999 }),
    unitPrice: fc.oneof(fc.integer({ min: 0, max: 3_000 }), fc.integer({ max: 9_000_000, min: 1 })),
    brandId: fc.option(fc.integer({ min: 1, max: 3 })),
    category: someCategory,
  }),
  { selector: ({ productId }) => productId, maxLength: 8 }
)

const someOffers = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 40 }),
      kind: fc.constantFrom(
        'percent' as const,
        'amount' as const,
        'free_delivery' as const,
        'buy_get' as const
      ),
      value: fc.integer({ min: 1, max: 100 }),
      size: fc.integer({ min: 1, max: 90_000_000 }),
      get: fc.integer({ min: 1, max: 9 }),
      brand: fc.option(fc.integer({ min: 1, max: 3 })),
      category: someCategory,
      minSubtotal: fc.constantFrom(0, 0, 50_000),
      combines: fc.boolean(),
      state: fc.constantFrom('good' as const, 'good' as const, 'used_up' as const),
    }),
    { selector: ({ id }) => id, maxLength: 5 }
  )
  .map((drawn) =>
    drawn.map(({ value, size, get, kind, ...rest }): Offer => ({
      ...offer(rest),
      kind,
      ...(kind === 'percent' && { percent: value }),
      ...(kind === 'amount' && { amount: size }),
      ...(kind === 'buy_get' && { buy: value, get }),
    }))
  )

const sum = (amounts: number[]) => amounts.reduce((total, one) => total + one, 0)

test.group('Promotions', () => {
  test('take a percentage, an amount, or the cheapest pieces off', ({ assert }) => {
    const two = [line({ quantity: 3 }), line({ productId: 2, unitPrice: 5_000, brandId: 2 })]
    assert.deepEqual(applyPromotions(two, [percent(10)]).lines, [3_000, 500])
    assert.deepEqual(applyPromotions(two, [amount(7_000)]).lines, [6_000, 1_000])
    assert.deepEqual(applyPromotions(two, [amount(90_000)]).lines, [30_000, 5_000])
    const oneFree = offer({ kind: 'buy_get', buy: 3, get: 1 })
    assert.deepEqual(applyPromotions(two, [oneFree]).lines, [0, 5_000])
    const three = [line({ quantity: 3 })]
    assert.deepEqual(applyPromotions(three, [oneFree]).applied, [])
  })

  test('are about a brand, or a category with all below it, and from an amount on', ({
    assert,
  }) => {
    const two = [line({}), line({ productId: 2, brandId: 2, category: 'freinage-moto' })]
    assert.deepEqual(applyPromotions(two, [percent(10, { brand: 2 })]).lines, [0, 1_000])
    assert.deepEqual(
      applyPromotions(two, [percent(10, { category: 'freinage' })]).lines,
      [1_000, 0]
    )
    assert.equal(applyPromotions(two, [percent(10, { minSubtotal: 20_000 })]).total, 2_000)
    assert.equal(applyPromotions(two, [percent(10, { minSubtotal: 20_001 })]).total, 0)
  })

  test('those that combine add up; one that does not stands alone when it gives more', ({
    assert,
  }) => {
    const lines = [line({})]
    const together = [percent(10, { combines: true }), amount(500, { id: 2, combines: true })]
    assert.equal(applyPromotions(lines, together).total, 1_500)
    const ids = (more: Offer) =>
      applyPromotions(lines, [...together, more]).applied.map(({ id }) => id)
    assert.deepEqual(ids(amount(1_400, { id: 3 })), [1, 2])
    assert.deepEqual(ids(amount(1_600, { id: 3 })), [3])
    const delivery = offer({ id: 4, kind: 'free_delivery' })
    assert.isTrue(applyPromotions(lines, [amount(1_600), delivery]).freeDelivery)
  })

  test('a coupon that takes nothing off says why', ({ assert }) => {
    const problem = (coupon: Offer, others: Offer[] = []) => {
      const offers = [coupon, ...others]
      const lines = [line({})]
      return couponProblem(lines, offers, applyPromotions(lines, offers))?.code
    }
    const coupon = (given: Partial<Offer>) => percent(10, { code: 'ETE', ...given })
    assert.isUndefined(problem(coupon({})))
    assert.equal(problem(coupon({ state: 'used_up' })), 'coupon_used_up')
    assert.equal(problem(coupon({ minSubtotal: 10_001 })), 'coupon_minimum')
    assert.equal(problem(coupon({ brand: 9 })), 'coupon_not_for_these')
    assert.equal(problem(coupon({}), [percent(20, { id: 2 })]), 'coupon_outdone')
  })

  test('whatever is bought and given: never more than it costs, and in no order', ({ assert }) => {
    const property = fc.property(
      someLines,
      someOffers,
      fc.infiniteStream(fc.nat()),
      (lines, offers, random) => {
        const found = applyPromotions(lines, offers)
        const amounts = lines.map(({ quantity, unitPrice }) => quantity * unitPrice)
        for (const [index, off] of found.lines.entries()) {
          if (!Number.isSafeInteger(off) || off < 0 || off > amounts[index]) return false
        }
        if (found.total !== sum(found.lines)) return false
        if (found.total !== sum(found.applied.map((one) => one.amount))) return false
        if (found.total > sum(amounts)) return false

        // The same lines and offers in another order.
        const shuffled = lines
          .map((each, index) => ({ each, index, at: random.next().value as number }))
          .toSorted((a, b) => a.at - b.at)
        const again = applyPromotions(
          shuffled.map(({ each }) => each),
          offers.toReversed()
        )
        assert.deepEqual(again.applied, found.applied)
        assert.deepEqual(
          again.lines,
          shuffled.map(({ index }) => found.lines[index])
        )

        // The document that follows from it sums to the millime.
        const document = documentTotals(
          lines.map((each, index) => ({
            ...each,
            taxRate: index % 2 ? 7 : 19,
            discount: found.lines[index],
          })),
          { basis: 'gross' }
        )
        return (
          document.total === sum(amounts) - found.total &&
          document.total === sum(document.lines.map(({ gross }) => gross)) &&
          document.discount === found.total &&
          document.net + document.tax === document.total
        )
      }
    )
    fc.assert(property, RUNS)
  })
})
