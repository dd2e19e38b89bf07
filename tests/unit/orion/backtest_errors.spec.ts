import { test } from '@japa/runner'
import { backtestErrors } from '#app/orion/evaluation/backtest_errors'
import { simulateStock, stockAtFill } from '#app/orion/evaluation/stock_simulation'
import { LEVELS } from '#app/orion/models/levels'
import { oneOffOf } from '#app/orion/panel/one_off'

const always = (pieces: number) => () => ({
  mean: pieces,
  quantiles: new Float64Array(LEVELS.length).fill(pieces),
})

test.group('Errors of a backtest', () => {
  test('are those reckoned by hand', ({ assert }) => {
    const values = [Float64Array.from([1, 3, 2, 0, 4]), Float64Array.from([5, 5, 5, Number.NaN, 5])]
    const panel = { ids: ['a', 'b'], season: 12, values }
    const { report, parts } = backtestErrors(panel, { from: 3, forecast: always(2) })
    assert.include(report, { origins: 2, parts: 2, cases: 3, mapeDefined: 2 / 3 })
    // Of a: 2 and 2; of b, whose fourth month is unknown: 3.
    assert.closeTo(report.mae, 7 / 3, 1e-12)
    assert.closeTo(report.rmse, Math.sqrt(17 / 3), 1e-12)
    assert.closeTo(report.wape!, 7 / 9, 1e-12)
    assert.closeTo(report.mape!, (0.5 + 0.6) / 2, 1e-12)
    // a moved by 2 and 1 before, b not at all: it is left out.
    assert.closeTo(report.mase!, 2 / 1.5, 1e-12)
    assert.closeTo(report.rmsse!, Math.sqrt(4 / 2.5), 1e-12)
    assert.closeTo(report.naive.mae, (2 + 4 + 0) / 3, 1e-12)
    assert.closeTo(report.wql!.q95, (2 * (0.05 * 2 + 0.95 * 2 + 0.95 * 3)) / 9, 1e-12)
    assert.closeTo(report.coverage.q95, 1 / 3, 1e-12)
    assert.equal(parts[0], 2)
    assert.isNaN(parts[7 + 3])
  })

  test('of parts that sold nothing are not divided by nothing', ({ assert }) => {
    const panel = { ids: ['a'], season: 12, values: [new Float64Array(6)] }
    const { report } = backtestErrors(panel, { from: 4, forecast: always(0) })
    assert.include(report, { mae: 0, wape: null, mape: null, mase: null, wql: null })
  })
})

test.group('The stock simulation', () => {
  test('serves all of a demand that is covered, and part of one that is not', ({ assert }) => {
    const sales = [Float64Array.from([2, 2, 2])]
    const points = simulateStock([[always(1)(), always(1)(), always(1)()]], sales, 1)
    assert.equal(points[0].fill, 0.5)
    assert.equal(simulateStock([[always(2)(), always(2)(), always(2)()]], sales, 1)[0].fill, 1)
    assert.isUndefined(stockAtFill(points, 0.9))
  })

  test('has on the shelf what was ordered two months before', ({ assert }) => {
    const sales = [Float64Array.from([3, 1, 4, 0])]
    const told = [5, 6, 2].map((pieces) => always(pieces)())
    const [{ fill, stock }] = simulateStock([told], sales, 2)
    // Five: three are sold, four are ordered (6 − 2). Two: one is sold, none ordered (1 + 4 > 2). Then 1 + 4, four sold.
    assert.equal(fill, 1)
    assert.closeTo(stock, ((5 + 2) / 2 + (2 + 1) / 2 + (5 + 1) / 2 + 1) / 4, 1e-12)
  })

  test('reads the stock of a service between two levels on the line between them', ({ assert }) => {
    const points = [
      { level: 0.5, fill: 0.7, stock: 2 },
      { level: 0.9, fill: 0.9, stock: 6 },
    ]
    assert.closeTo(stockAtFill(points, 0.85)!, 5, 1e-12)
    assert.isUndefined(stockAtFill(points, 0.6), 'below what was simulated')
  })
})

test.group('One-offs', () => {
  test('are months unlike any other of a part that sells', ({ assert }) => {
    assert.deepEqual(oneOffOf(Float64Array.from([1, 2, Number.NaN, 60, 1])), {
      at: 3,
      pieces: 60,
      seen: 2,
    })
    assert.isUndefined(oneOffOf(Float64Array.from([1, 2, 0, 20, 1])), 'ten times')
    assert.isUndefined(oneOffOf(Float64Array.from([0, 1, 0, 60, 0])), 'two sales tell nothing')
    assert.isUndefined(oneOffOf(Float64Array.from([1, 1, 0, 15, 1])), 'few pieces')
    assert.isUndefined(oneOffOf(new Float64Array(5)))
  })
})
