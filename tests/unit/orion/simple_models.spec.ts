import { test } from '@japa/runner'
import { LEVELS } from '#app/orion/models/levels'
import { negativeBinomialQuantiles } from '#app/orion/models/negative_binomial'
import { simpleForecaster } from '#app/orion/models/simple_forecast'
import { SIMPLE_MODELS, type SimpleName } from '#app/orion/models/simple_models'
import { demandClass } from '#app/orion/panel/demand_class'
import { cleanHistory, demandIn } from '#app/orion/panel/panel'

const NEXT = { ahead: 1, periods: 1 }
const NAMES = Object.keys(SIMPLE_MODELS) as SimpleName[]
const expected = (name: SimpleName, history: number[], periods = 1) =>
  SIMPLE_MODELS[name](Float64Array.from(history), 12)(history.length - 1, { ahead: 1, periods })

test.group('Simple models', () => {
  test('a constant demand is expected to go on', ({ assert }) => {
    const constant = new Array(30).fill(7)
    for (const name of NAMES.filter((each) => each !== 'sba')) {
      assert.closeTo(expected(name, constant), 7, 1e-9, name)
      assert.closeTo(expected(name, constant, 3), 21, 1e-9, name)
    }
    assert.closeTo(expected('sba', constant), 7 * 0.95, 1e-9)
  })

  test('Croston divides the smoothed size by the smoothed interval', ({ assert }) => {
    // Sales of 2 after 2 periods and of 4 after 3: both begin as means.
    assert.closeTo(expected('croston', [0, 2, 0, 0, 4]), 3 / 2.5, 1e-12)
    assert.closeTo(expected('sba', [0, 2, 0, 0, 4]), (0.95 * 3) / 2.5, 1e-12)
    // From the eleventh sale on, a tenth of what is new: sizes of 5 and then one of 15.
    assert.closeTo(expected('croston', [...new Array(12).fill(5), 15]), 6, 1e-12)
  })

  test('TSB forgets a part that stopped selling, Croston does not', ({ assert }) => {
    const stopped = [...new Array(12).fill(5), ...new Array(24).fill(0)]
    assert.isBelow(expected('tsb', stopped), 0.5)
    assert.closeTo(expected('croston', stopped), 5, 1e-9)
  })

  test('seasonal naive repeats the same months of last year', ({ assert }) => {
    const months = Array.from({ length: 24 }, (_, month) => month % 12)
    const seasonal = SIMPLE_MODELS.seasonalNaive(Float64Array.from(months), 12)
    assert.equal(seasonal(23, { ahead: 1, periods: 3 }), 0 + 1 + 2)
    assert.equal(seasonal(23, { ahead: 12, periods: 2 }), 11 + 0)
  })

  test('an origin sees nothing that comes after it', ({ assert }) => {
    const history = [0, 3, 0, 1, 0, 0, 2, 5, 0, 1, 0, 4]
    for (const name of NAMES) {
      const short = simpleForecaster(name, Float64Array.from(history), 12)
      const long = simpleForecaster(name, Float64Array.from([...history, 900, 0, 700]), 12)
      assert.deepEqual(long(11, NEXT), short(11, NEXT), name)
    }
  })

  test('are as wide as their own past errors: negative binomial around what is expected', ({
    assert,
  }) => {
    // Of the four months that were forecast, the last value was off by 3, 3, 3 and 1: 28 / 4.
    const history = Float64Array.from([1, 4, 1, 4, 3])
    const { mean, quantiles } = simpleForecaster('seasonalNaive', history, 1)(4, NEXT)
    assert.equal(mean, 3)
    assert.deepEqual([...quantiles], [...negativeBinomialQuantiles(3, 28 / 4)])
    assert.notDeepEqual([...quantiles], [...negativeBinomialQuantiles(3, 3)])
  })

  const edges: Record<string, number[]> = {
    'no sale': [Number.NaN, Number.NaN, 0, 0, 0],
    'all zero': new Array(12).fill(0),
    'constant': new Array(30).fill(7),
    'out of stock half the time': Array.from({ length: 24 }, (_, at) => (at % 2 ? Number.NaN : 4)),
    'one sale': [0, 0, 0, 1, 0, 0],
    'two sales': [0, 1, 0, 0, 1, 0],
    'born yesterday': [3],
    'nothing known': [Number.NaN, Number.NaN],
    'huge outlier': [...new Array(20).fill(1), 1_000_000, ...new Array(5).fill(1)],
    'no numbers and returns': cleaned([1, Number.NaN, -5, 2, Infinity, 3]),
    'gaps': cleaned([1, Number.NaN, Number.NaN, 2, ...new Array(9).fill(Number.NaN), 1]),
    'ten years of days': Array.from({ length: 3_650 }, (_, day) => (day * 7) % 5),
  }
  for (const [name, history] of Object.entries(edges)) {
    test(`{${name}} is forecast: finite, not negative, quantiles in order`, ({ assert }) => {
      for (const model of NAMES) {
        const forecast = simpleForecaster(model, Float64Array.from(history), 12)
        const { mean, quantiles } = forecast(history.length - 1, { ahead: 1, periods: 2 })
        assert.isTrue(Number.isFinite(mean) && mean >= 0, `${model}: ${mean}`)
        assert.isTrue(quantiles.every(Number.isFinite), model)
        assert.deepEqual(
          [...quantiles].sort((a, b) => a - b),
          [...quantiles],
          model
        )
      }
    })
  }
})

test.group('Negative binomial quantiles', () => {
  test('are the smallest counts that reach their level', ({ assert }) => {
    // Poisson(2): P(≤1) = .406, P(≤2) = .677, P(≤4) = .947, P(≤5) = .983, P(≤6) = .995.
    const poisson = quantilesByLevel(2, 2)
    assert.include(poisson, { 0.5: 2, 0.9: 4, 0.95: 5, 0.99: 6 })
    // Geometric with mean 1: P(≤k) = 1 − 2^−(k+1).
    assert.include(quantilesByLevel(1, 2), { 0.5: 0, 0.75: 1, 0.9: 3, 0.99: 6 })
  })

  test('of large counts come from a distribution that is as wide', ({ assert }) => {
    const large = quantilesByLevel(10_000, 1_000_000)
    assert.closeTo(large[0.5], 9_967, 30)
    assert.closeTo(large[0.95], 11_700, 60)
  })
})

test.group('Histories', () => {
  test('a long gap is a time without sales, a short one is unknown', ({ assert }) => {
    const gap = (length: number) => new Array(length).fill(Number.NaN)
    assert.deepEqual([...cleanHistory([1, ...gap(5), 2])], [1, ...gap(5), 2])
    assert.deepEqual([...cleanHistory([1, ...gap(6), 2])], [1, 0, 0, 0, 0, 0, 0, 2])
    assert.deepEqual(
      [...cleanHistory([...gap(8), 2, ...gap(7)])],
      [...gap(8), 2, 0, 0, 0, 0, 0, 0, 0]
    )
  })

  test('returns never outweigh sales', ({ assert }) => {
    assert.deepEqual([...cleanHistory([3, -2, 1])], [3, 0, 1])
  })

  test('demand of a window that is partly unknown is unknown', ({ assert }) => {
    const history = Float64Array.from([1, 2, Number.NaN, 4, 5])
    assert.equal(demandIn(history, 0, NEXT), 2)
    assert.isNaN(demandIn(history, 0, { ahead: 1, periods: 2 }))
    assert.isNaN(demandIn(history, 3, { ahead: 1, periods: 2 }))
    assert.equal(demandIn(history, 2, { ahead: 1, periods: 2 }), 9)
  })

  test('classes follow frequency and evenness', ({ assert }) => {
    const kind = (history: number[]) => demandClass(Float64Array.from(history))
    assert.equal(kind([5, 4, 6, 5, 5, 6]), 'smooth')
    assert.equal(kind([1, 9, 1, 1, 20, 1]), 'erratic')
    assert.equal(kind([1, 0, 0, 1, 0, 0, 1]), 'intermittent')
    assert.equal(kind([1, 0, 0, 20, 0, 0, 1]), 'lumpy')
    assert.equal(kind([0, 0, 3, 0]), 'unsold')
    assert.equal(kind([0, 0, 0]), 'unsold')
  })
})

function cleaned(history: number[]): number[] {
  return [...cleanHistory(history)]
}

function quantilesByLevel(mean: number, variance: number): Record<string, number> {
  const quantiles = negativeBinomialQuantiles(mean, variance)
  return Object.fromEntries(LEVELS.map((level, at) => [level, quantiles[at]]))
}
