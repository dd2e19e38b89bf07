import { test } from '@japa/runner'
import { type AlikeSales, soldBelowUsual, soldInBulk } from '#app/orion/panel/sale_marks'

const MONTHS = 24
const YEAR = 12

/** One sale of a piece a month at 100, and what else is told. */
const monthly = (price: (month: number) => number | null): AlikeSales[] =>
  Array.from({ length: MONTHS }, (_, period) => ({
    ...{ period, pieces: 1, count: 1 },
    price: price(period),
  }))

/** Pieces by month, of the marked months. */
const marked = (pieces: Float64Array) =>
  Object.fromEntries([...pieces.entries()].filter(([, of]) => of > 0))

const promoted = (sales: AlikeSales[]) => marked(soldBelowUsual(sales, MONTHS, YEAR))
const inBulk = (sales: AlikeSales[]) => marked(soldInBulk(sales, MONTHS, YEAR))

test.group('Promotions that only prices tell', () => {
  test('are what was sold at 85 % of the usual price or less, sale by sale', ({ assert }) => {
    const sales = [
      ...monthly(() => 100),
      { period: 14, pieces: 3, price: 85, count: 2 },
      { period: 15, pieces: 1, price: 60, count: 1 },
      { period: 16, pieces: 9, price: 86, count: 1 },
    ]
    assert.deepEqual(promoted(sales), { 14: 6, 15: 1 })
  })

  test('are not a price that stays, once three months have shown it', ({ assert }) => {
    const since = (month: number) => promoted(monthly((at) => (at < month ? 100 : 80)))
    assert.deepEqual(since(12), {})
    assert.deepEqual(since(22), { 22: 1, 23: 1 })
  })

  test('are, for models that learn from the past, what looked like one at the time', ({
    assert,
  }) => {
    const asOf = (prices: (month: number) => number) =>
      marked(soldBelowUsual(monthly(prices), MONTHS, YEAR, false))
    const until = (month: number) => asOf((at) => (at < 12 ? 100 : at < month ? 80 : 300))
    for (const month of [15, 18, 24]) {
      assert.include(until(month), { 12: 1, 13: 1, 14: 1 })
    }
    assert.notProperty(
      asOf((at) => (at < 6 ? 100 : 80)),
      '20'
    )
  })

  test('are not a rise that came before, nor prices that crept up', ({ assert }) => {
    assert.deepEqual(promoted(monthly((at) => (at < 12 ? 80 : 100))), {})
    assert.deepEqual(promoted(monthly((at) => 100 * 1.02 ** at)), {})
  })

  test('are rare: who always pays less has a second price', ({ assert }) => {
    const trade = (every: number) => [
      ...monthly(() => 100),
      ...monthly((at) => (at % every === 0 ? 75 : null)),
    ]
    assert.deepEqual(promoted(trade(2)), {})
    assert.deepEqual(Object.keys(promoted(trade(9))), ['9', '18'])
  })

  test('are nowhere without a price, or with one in fewer than three months before', ({
    assert,
  }) => {
    assert.deepEqual(promoted(monthly(() => null)), {})
    assert.deepEqual(promoted(monthly(() => 0)), {})
    assert.deepEqual(promoted(monthly((at) => (at === 2 ? 50 : 100))), {})
    assert.deepEqual(promoted(monthly((at) => (at === 3 ? 50 : 100))), { 3: 1 })
    assert.deepEqual(promoted([]), {})
  })
})

test.group('One-off bulk orders', () => {
  const beside = (...sales: Omit<AlikeSales, 'price'>[]) =>
    inBulk([...monthly(() => 100), ...sales.map((sale) => ({ ...sale, price: 100 }))])

  test('are more than ten times any other sale of the year around, and twenty pieces', ({
    assert,
  }) => {
    assert.deepEqual(beside({ period: 9, pieces: 20, count: 1 }), { 9: 20 })
    assert.deepEqual(beside({ period: 9, pieces: 19, count: 1 }), {})
    const among = (pieces: number) =>
      beside({ period: 9, pieces: 30, count: 1 }, { period: 12, pieces, count: 1 })
    assert.deepEqual(among(2), { 9: 30 })
    assert.deepEqual(among(3), {})
  })

  test('come once a year: two that are alike are how the part is bought', ({ assert }) => {
    assert.deepEqual(beside({ period: 9, pieces: 40, count: 2 }), {})
    const again = (period: number) =>
      beside({ period: 5, pieces: 40, count: 1 }, { period, pieces: 50, count: 1 })
    assert.deepEqual(again(17), {})
    assert.deepEqual(again(18), { 5: 40, 18: 50 })
  })

  test('need three others to stand out of', ({ assert }) => {
    const of = (others: number) =>
      inBulk([
        { period: 9, pieces: 40, price: 100, count: 1 },
        { period: 8, pieces: 1, price: 100, count: others },
      ])
    assert.deepEqual(of(2), {})
    assert.deepEqual(of(3), { 9: 40 })
  })
})
