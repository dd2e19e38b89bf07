import { test } from '@japa/runner'
import { FAST_MODELS, type FastName } from '#app/orion/fast/fast_models'
import { mstl } from '#app/orion/fast/mstl'
import { prophetPath } from '#app/orion/fast/prophet'
import { airline, sarima } from '#app/orion/fast/sarima'
import { cleanHistory } from '#app/orion/panel/panel'
import { randomNumbers } from '#app/orion/random'
import { AIR_PASSENGERS } from '#tests/support/air_passengers'

const NAMES = Object.keys(FAST_MODELS) as FastName[]
const [KNOWN, LAST_YEAR] = [AIR_PASSENGERS.slice(0, -12), AIR_PASSENGERS.slice(-12)]

test.group('Models of fast movers', () => {
  test('SARIMA agrees with arima() of R on the airline passengers', ({ assert }) => {
    const [first, second, third] = airline(KNOWN.map(Math.log), 12, 12).map(Math.exp)
    // forecast 8.20: Arima(log(x), order = c(0, 1, 1), seasonal = c(0, 1, 1)).
    assert.closeTo(first, 419.3253, 5e-5)
    assert.closeTo(second, 398.9208, 5e-5)
    assert.closeTo(third, 466.579, 5e-4)
  })

  test('SARIMA and MSTL know the year to come to 5 %, Prophet to 10 %', ({ assert }) => {
    const window = (ahead: number) => ({ ahead, periods: 1 })
    for (const [name, most] of [
      ['sarima', 0.05],
      ['mstl', 0.05],
      ['prophet', 0.1],
    ] as const) {
      const forecast = FAST_MODELS[name](Float64Array.from(KNOWN), 12)
      const errors = LAST_YEAR.map(
        (sold, at) => Math.abs(forecast(KNOWN.length - 1, window(at + 1)) - sold) / sold
      )
      assert.isBelow(errors.reduce((sum, error) => sum + error) / 12, most, name)
    }
  })

  test('Prophet recovers the effect of a regressor', ({ assert }) => {
    const random = randomNumbers(5)
    const heat = Array.from({ length: 132 }, () => 20 * random() - 10)
    const series = heat.slice(0, 120).map((degrees, at) => 100 + at / 4 + 3 * degrees + random())
    const withHeat = prophetPath(series, 12, 12, { heat })
    for (const [at, expected] of withHeat.entries()) {
      assert.closeTo(expected, 100.5 + (120 + at) / 4 + 3 * heat[120 + at], 2)
    }
    const without = prophetPath(series, 12, 12)
    assert.isAbove(Math.max(...without.map((value, at) => Math.abs(value - withHeat[at]))), 10)
  })

  test('the last value is said again, the average is of the last four', ({ assert }) => {
    const history = Float64Array.from([9, 9, 9, 9, 9, 9, 9, 1, 2, 3, 6])
    const next = { ahead: 2, periods: 2 }
    assert.equal(FAST_MODELS.lastValue(history, 12)(10, next), 12)
    assert.equal(FAST_MODELS.recentAverage(history, 12)(10, next), 6)
  })

  test('an origin sees nothing that comes after it, and the same is said twice', ({ assert }) => {
    const short = Float64Array.from(KNOWN)
    const long = Float64Array.from([...KNOWN, 9_000, 0, 7])
    for (const name of NAMES) {
      const [one, other] = [short, long].map((values) =>
        FAST_MODELS[name](values, 12)(KNOWN.length - 1, { ahead: 1, periods: 3 })
      )
      assert.equal(one, other, name)
    }
  })

  test('a forecast beyond what was asked for before is the same one', ({ assert }) => {
    const asked = FAST_MODELS.sarima(Float64Array.from(KNOWN), 12)
    const origin = KNOWN.length - 1
    const near = asked(origin, { ahead: 1, periods: 1 })
    assert.isAbove(asked(origin, { ahead: 20, periods: 10 }), 0)
    assert.closeTo(asked(origin, { ahead: 1, periods: 1 }), near, 1e-9)
  })

  const random = randomNumbers(9)
  const drawn = (length: number) => Array.from({ length }, () => Math.floor(20 * random()))
  const edges: Record<string, number[]> = {
    'born yesterday': [3],
    'nothing known': [Number.NaN, Number.NaN],
    'no sale': [Number.NaN, Number.NaN, 0, 0, 0],
    'all zero': new Array(60).fill(0),
    'one sale': [...new Array(40).fill(0), 1, ...new Array(19).fill(0)],
    'two sales': [...new Array(20).fill(0), 2, ...new Array(20).fill(0), 1, 0, 0],
    'constant': new Array(60).fill(7),
    'huge outlier': [...drawn(40), 1_000_000, ...drawn(10)],
    'no numbers and returns': cleaned([...drawn(30), Number.NaN, -5, 2, Infinity, 3, 4, 5]),
    'gaps': cleaned([1, Number.NaN, Number.NaN, 2, 3, 9, 4, 2, Number.NaN, 1, 6, 5, Number.NaN]),
    'out of stock half the time': drawn(60).map((sold, at) => (at % 2 ? sold : Number.NaN)),
    'ten years of days': drawn(3_650),
  }
  for (const [name, history] of Object.entries(edges)) {
    test(`{${name}} is forecast: finite and not negative, however far`, ({ assert }) => {
      for (const model of NAMES) {
        const forecast = FAST_MODELS[model](Float64Array.from(history), 12)
        for (const window of [
          { ahead: 1, periods: 1 },
          { ahead: 1, periods: 6 },
          { ahead: 12, periods: 3 },
        ]) {
          const pieces = forecast(history.length - 1, window)
          assert.isTrue(Number.isFinite(pieces) && pieces >= 0, `${model}: ${pieces}`)
        }
      }
    })
  }

  test('what never changed goes on', ({ assert }) => {
    for (const model of NAMES) {
      const forecast = FAST_MODELS[model](new Float64Array(60).fill(7), 12)
      assert.closeTo(forecast(59, { ahead: 1, periods: 3 }), 21, 1e-9, model)
    }
  })

  test('fits free what they took: hundreds of them need no more memory', ({ assert }) => {
    const history = drawn(60)
    const fits = (rounds: number) => {
      for (let round = 0; round < rounds; round++) {
        mstl(history, 12, 12, 59)
        sarima(history, 12, 12, 59)
      }
    }
    fits(100)
    const before = process.memoryUsage().rss
    fits(500)
    assert.isBelow(process.memoryUsage().rss - before, 64_000_000)
  })
})

function cleaned(history: number[]): number[] {
  return Array.from(cleanHistory(history))
}
