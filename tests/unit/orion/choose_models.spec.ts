import { test } from '@japa/runner'
import { chooseModels } from '#app/orion/choose_models'
import { simpleOverPanel, type Forecaster } from '#app/orion/forecaster'
import { LEVELS } from '#app/orion/models/levels'
import { demandIn, type Panel, selectParts } from '#app/orion/panel/panel'
import { randomNumbers } from '#app/orion/random'

const LEAD = { ahead: 1, periods: 2 }
const BACKTEST = { from: 20, until: 30, windows: [LEAD] }

test.group('The choice of models', () => {
  const panel = steadyParts()

  test('stays simple without a rival, and with one that is better by less than the margin', ({
    assert,
  }) => {
    assert.equal(chooseModels(panel, BACKTEST).smooth.uses, 'simple')
    for (const gain of [-0.2, 0, 0.004]) {
      assert.equal(
        chooseModels(panel, BACKTEST, { both: better(panel, () => gain) }).smooth.uses,
        'simple'
      )
    }
  })

  test('goes over to a rival that is better by more', ({ assert }) => {
    const { uses, pool, ratio } = chooseModels(panel, BACKTEST, {
      both: better(panel, () => 0.05),
      piece: better(panel, () => 0.1),
      size: better(panel, () => 0),
    }).smooth
    assert.equal(uses, 'pool')
    assert.equal(pool, 'piece')
    assert.closeTo(ratio, 0.9, 1e-9)
  })

  test('stays simple when the rival is worse at one level, however good it is at the others', ({
    assert,
  }) => {
    const rival = better(panel, (level) => (level === 0.99 ? -0.9 : 0.3))
    assert.equal(chooseModels(panel, BACKTEST, { both: rival }).smooth.uses, 'simple')
  })

  test('is made for each class by itself, and for one of few parts as for all', ({ assert }) => {
    const both = steadyAndRareParts()
    const simple = simpleOverPanel(chooseModels(both, BACKTEST).smooth.simple, both)
    const rival: Forecaster = (part, origin, window) => {
      const said = simple(part, origin, window)
      const actual = demandIn(both.values[part], origin, window)
      const gain = part < STEADY ? 0.5 : -0.5
      return { ...said, quantiles: said.quantiles.map((at) => at + gain * (actual - at)) }
    }
    const choices = chooseModels(both, BACKTEST, { both: rival })
    assert.equal(choices.smooth.uses, 'pool')
    assert.equal(choices.intermittent.uses, 'simple')
    assert.notEqual(choices.intermittent.simple, choices.smooth.simple)
    assert.deepEqual(choices.lumpy, choices.unsold, 'nobody is of either')
    const few = selectParts(both, [...both.ids.keys()].slice(0, STEADY + 20))
    const { intermittent, lumpy } = chooseModels(few, BACKTEST, { both: rival })
    assert.deepEqual(intermittent, lumpy)
  })

  test('of another shop is another one', ({ assert }) => {
    const [steady, rare] = [[0, STEADY], [STEADY]].map((rows) =>
      selectParts(steadyAndRareParts(), [...steadyAndRareParts().ids.keys()].slice(...rows))
    )
    const chosenIn = (shop: Panel) => chooseModels(shop, BACKTEST).lumpy.simple
    assert.notEqual(chosenIn(steady), chosenIn(rare))
  })

  test('takes the best of the simple models', ({ assert }) => {
    const values = panel.ids.map((_, part) =>
      Float64Array.from({ length: 36 }, (__, month) => ((month + part) % 12 < 2 ? 60 : 2))
    )
    const choices = chooseModels({ ...panel, values }, BACKTEST)
    assert.equal(choices.erratic.simple, 'seasonalNaive')
  })
})

/** A forecaster whose loss at a level is that of the best simple model, less the gain. */
function better(panel: Panel, gain: (level: number) => number): Forecaster {
  const simple = simpleOverPanel(chooseModels(panel, BACKTEST).smooth.simple, panel)
  return (part, origin, window) => {
    const { mean, quantiles } = simple(part, origin, window)
    const actual = demandIn(panel.values[part], origin, window)
    return {
      mean,
      quantiles: quantiles.map((at, index) => at + gain(LEVELS[index]) * (actual - at)),
    }
  }
}

const STEADY = 60

/** Sixty parts that sell ten to twenty pieces each month, and sixty that sold one in every third until two years ago. */
function steadyAndRareParts(): Panel {
  const steady = steadyParts()
  const rare = Array.from({ length: 60 }, (_, part) =>
    Float64Array.from({ length: 36 }, (__, month) =>
      month < 12 && (month + part) % 3 === 0 ? 1 + (part % 2) : 0
    )
  )
  const ids = rare.map((_, part) => `R${part}`)
  return { ...steady, ids: [...steady.ids, ...ids], values: [...steady.values, ...rare] }
}

function steadyParts(): Panel {
  const random = randomNumbers(3)
  const ids = Array.from({ length: 60 }, (_, part) => `P${part}`)
  const values = ids.map((_, part) =>
    Float64Array.from({ length: 36 }, () => 10 + (part % 7) + Math.floor(random() * 5))
  )
  return { ids, season: 12, values }
}
