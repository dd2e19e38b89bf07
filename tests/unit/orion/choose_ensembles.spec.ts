import { test } from '@japa/runner'
import { UNTESTED_CHOICES, forecasterOf, trainForecaster } from '#app/orion/train_forecaster'
import { chooseEnsembles } from '#app/orion/fast/choose_ensembles'
import { ensembleForecaster, learnEnsemble } from '#app/orion/fast/ensemble'
import { drawCases } from '#app/orion/backtest_cases'
import { LEVELS } from '#app/orion/models/levels'
import { demandIn, type Panel } from '#app/orion/panel/panel'
import { randomNumbers } from '#app/orion/random'

const NEXT = { ahead: 1, periods: 1 }
const KNOWN = 36
const BACKTEST = { from: 24, until: KNOWN, windows: [NEXT] }

test.group('Ensembles of fast movers', () => {
  const panel = wanderingParts(60)
  const average = forecasterOf({ choices: UNTESTED_CHOICES }, panel, BACKTEST.from)

  test('win where models of single parts see what the average does not', ({ assert }) => {
    const { choices, ensembles } = chooseEnsembles(panel, BACKTEST, {
      ...{ choices: UNTESTED_CHOICES, forecast: average },
    })
    assert.isBelow(choices.smooth.ensemble!, 0.8)
    assert.isUndefined(choices.lumpy.ensemble)
    for (const at of [0, 1, 2, 3, 4]) {
      const sum = ensembles.smooth!.reduce((all, { weights }) => all + weights[at], 0)
      assert.closeTo(sum, 1, 1e-9)
    }
  })

  test('do not win against what is as good, and not in a class of few parts', ({ assert }) => {
    const oracle = (part: number, origin: number) => {
      const actual = demandIn(panel.values[part], origin, NEXT)
      return { mean: actual, quantiles: new Float64Array(LEVELS.length).fill(actual) }
    }
    const few = { ...panel, ids: panel.ids.slice(0, 20), values: panel.values.slice(0, 20) }
    for (const [of, forecast] of [
      [panel, oracle],
      [few, average],
    ] as const) {
      const { choices, ensembles } = chooseEnsembles(of, BACKTEST, {
        ...{ choices: UNTESTED_CHOICES, forecast },
      })
      assert.deepEqual(choices, UNTESTED_CHOICES)
      assert.isEmpty(ensembles)
    }
  })

  test('are no worse than their best member on what they learned from', ({ assert }) => {
    const cases = drawCases(panel, BACKTEST)
    const error = (forecast: typeof average) =>
      cases.reduce((sum, { part, origin, window }) => {
        const actual = demandIn(panel.values[part], origin, window)
        return sum + Math.abs(forecast(part, origin, window).quantiles[0] - actual)
      }, 0)
    const learned = learnEnsemble(cases, panel)
    const together = error(ensembleForecaster(learned, panel))
    for (const member of learned) {
      const weights = member.weights.map(() => 1)
      assert.isAtMost(together, 1.01 * error(ensembleForecaster([{ ...member, weights }], panel)))
    }
  })

  test('of a pool that is gone share its weight', ({ assert }) => {
    const members = [
      { name: 'pool' as const, weights: [1, 1, 1, 1, 0] },
      { name: 'smoothing' as const, weights: [0, 0, 0, 0, 1] },
    ]
    const { mean, quantiles } = ensembleForecaster(members, panel)(0, KNOWN - 1, NEXT)
    assert.isAbove(mean, 0)
    assert.isTrue(quantiles.every((quantile) => quantile > 0))
  })

  test('the whole pipeline uses them, the same for the same seed, quantiles in order', async ({
    assert,
  }) => {
    const tell = async () => {
      const { forecast, ensembles } = await trainForecaster(panel, KNOWN, [NEXT], 1)
      return { ensembles, told: panel.ids.map((_, part) => forecast(part, KNOWN - 1, NEXT)) }
    }
    const first = await tell()
    assert.deepEqual(await tell(), first)
    assert.property(first.ensembles, 'smooth')
    for (const { mean, quantiles } of first.told) {
      assert.isTrue(Number.isFinite(mean) && mean >= 0)
      assert.deepEqual(
        [...quantiles].sort((one, other) => one - other),
        [...quantiles]
      )
    }
  })
})

/** Parts whose sales wander from month to month, so that the last ones say most, with a wave of the year. */
function wanderingParts(count: number): Panel {
  const random = randomNumbers(4)
  const ids = Array.from({ length: count }, (_, part) => `P${part}`)
  const values = ids.map((_, part) => {
    let level = 100 + part
    return Float64Array.from({ length: KNOWN + 4 }, (__, month) => {
      level *= 0.85 + 0.3 * random()
      return Math.round(level * (1 + 0.2 * Math.sin((month * Math.PI) / 6)))
    })
  })
  return { ids, season: 12, values }
}
