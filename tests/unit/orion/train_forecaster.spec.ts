import { test } from '@japa/runner'
import { levelAt, pinball } from '#app/orion/models/levels'
import { simpleOverPanel } from '#app/orion/forecaster'
import { cleanHistory, demandIn, type Panel } from '#app/orion/panel/panel'
import { columnsWithout, type FeatureGroup, FEATURES, Features } from '#app/orion/pool/features'
import { poolForecasters, trainPool } from '#app/orion/pool/pooled_model'
import { randomNumbers } from '#app/orion/random'
import { trainForecaster } from '#app/orion/train_forecaster'

const LEAD = { ahead: 1, periods: 2 }
const MONTHS = 36
const KNOWN = 30

test.group('The forecaster', () => {
  test('answers the same for the same seed, and quantiles in order', async ({ assert }) => {
    const panel = dyingParts(200)
    const tell = async (seed: number) => {
      const { forecast, choices } = await trainForecaster(panel, KNOWN, [LEAD], seed)
      return { choices, forecasts: panel.ids.map((_, part) => forecast(part, KNOWN - 1, LEAD)) }
    }
    const first = await tell(7)
    assert.deepEqual(await tell(7), first)
    assert.notDeepEqual(await tell(8), first)
    for (const { mean, quantiles } of first.forecasts) {
      assert.isTrue(Number.isFinite(mean) && mean >= 0)
      assert.deepEqual(
        [...quantiles].sort((one, other) => one - other),
        [...quantiles]
      )
    }
  })

  test('the pool learns what no part knows by itself: parts die after their fifth sale', async ({
    assert,
  }) => {
    const panel = dyingParts(400)
    const model = await trainPool(panel, KNOWN, [LEAD], 1)
    const pooled = lossFrom(KNOWN - 1, panel, poolForecasters(model!, panel).both)
    const smoothed = lossFrom(KNOWN - 1, panel, simpleOverPanel('tsb', panel))
    assert.isBelow(pooled, 0.8 * smoothed)
  })

  test('nothing after what is known is learned from', async ({ assert }) => {
    const panel = dyingParts(200)
    const changed = {
      ...panel,
      values: panel.values.map((values) => values.map((value, at) => (at < KNOWN ? value : 99))),
    }
    const told = await trainForecaster(panel, KNOWN, [LEAD], 1)
    const other = await trainForecaster(changed, KNOWN, [LEAD], 1)
    assert.deepEqual(other.choices, told.choices)
    for (let part = 0; part < 200; part++) {
      assert.deepEqual(other.forecast(part, KNOWN - 1, LEAD), told.forecast(part, KNOWN - 1, LEAD))
    }
  })

  const odd: Record<string, number[]> = {
    'no sale': new Array(MONTHS).fill(Number.NaN),
    'all zero': new Array(MONTHS).fill(0),
    'one sale': [...new Array(20).fill(0), 1, ...new Array(15).fill(0)],
    'two sales': [0, 2, ...new Array(20).fill(0), 1, ...new Array(13).fill(0)],
    'no numbers and returns': Array.from({ length: MONTHS }, (_, at) =>
      at % 5 === 2 ? Number.NaN : at % 5 === 3 ? -7 : at % 3
    ),
    'gaps': Array.from({ length: MONTHS }, (_, at) => (at > 4 && at < 20 ? Number.NaN : at % 3)),
    'born yesterday': [...new Array(KNOWN - 1).fill(Number.NaN), 2, 1, 0, 0, 0, 0, 0],
    'one huge outlier': [...new Array(10).fill(1), 1e6, ...new Array(25).fill(1)],
    'out of stock half the time': Array.from({ length: MONTHS }, (_, at) =>
      at % 2 ? Number.NaN : 3
    ),
    'constant': new Array(MONTHS).fill(12),
  }
  const learnedBesideOdd = once(async () => {
    const ordinary = dyingParts(150)
    const rows = Object.values(odd).map((values) => cleanHistory(values))
    const panel = {
      ...ordinary,
      ids: [...ordinary.ids, ...Object.keys(odd)],
      values: [...ordinary.values, ...rows],
    }
    const model = await trainPool(panel, KNOWN, [LEAD], 1)
    const { forecast } = await trainForecaster(panel, KNOWN, [LEAD], 1)
    return [poolForecasters(model!, panel).both, forecast]
  })
  for (const [at, name] of Object.keys(odd).entries()) {
    test(`beside ordinary parts {${name}} is forecast: finite and not negative, by the pool and by all`, async ({
      assert,
    }) => {
      for (const tell of await learnedBesideOdd()) {
        const { mean, quantiles } = tell(150 + at, KNOWN - 1, LEAD)
        assert.isTrue(Number.isFinite(mean) && mean >= 0)
        assert.isTrue(quantiles.every((value) => Number.isFinite(value) && value >= 0))
      }
    })
  }

  test('one or two periods, or a single part, are enough for an answer', async ({ assert }) => {
    for (const values of [[4], [4, 2], [0, 0, 0]]) {
      const panel = { ids: ['only'], season: 12, values: [Float64Array.from(values)] }
      const { forecast, choices } = await trainForecaster(panel, values.length, [LEAD], 1)
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      assert.equal(choices.smooth.uses, 'simple')
      assert.closeTo(forecast(0, values.length - 1, LEAD).mean, 2 * mean, 1e-9)
    }
  })
})

test.group('Features', () => {
  const panel = {
    ids: ['a', 'b'],
    season: 12,
    values: [Float64Array.from([0, 2, 0, 4, 0, 77]), Float64Array.from([1, 1, 0, 0, 3, 77])],
  }
  test('describe a part at an origin, in sizes of its sales', ({ assert }) => {
    const row = new Float32Array(FEATURES.length)
    new Features(panel).write(row, 0, 0, 4, LEAD)
    const told = Object.fromEntries(FEATURES.map((name, at) => [name, row[at]]))
    assert.include(told, {
      ahead: 1,
      phase: 5,
      last: 0,
      sales12: 2,
      sum12: 2,
      age: 4,
      sinceSale: 1,
    })
    assert.include(told, { interval: 2, size: 3, lastInterval: 2, relativeSales6: 3 })
    assert.closeTo(told.relatives6, 5 / 3, 1e-6)
    assert.closeTo(told.lastSize, 4 / 3, 1e-6)
  })

  test('that are left out are not looked at', async ({ assert }) => {
    const parts = dyingParts(200)
    const alone = {
      ...parts,
      values: parts.values.map((of, part) => (part % 2 ? of.map(() => 0) : of)),
    }
    const said = async (without: FeatureGroup[]) => {
      const pool = (await trainPool(parts, 24, [LEAD], 1, { without }))!
      const [beside, apart] = [parts, alone].map((one) => poolForecasters(pool, one).both)
      return [0, 2, 4, 6, 8, 10].map((part) => [
        beside(part, 23, LEAD).mean,
        apart(part, 23, LEAD).mean,
      ])
    }
    const blind = await said(['relatives'])
    for (const [beside, apart] of blind) assert.equal(beside, apart)
    const seeing = await said([])
    assert.isTrue(seeing.some(([beside, apart]) => beside !== apart))
    assert.lengthOf(columnsWithout(['relatives']), FEATURES.length - 8)
  })
})

/** Parts that sell one piece in every second month or so, and never again after the fifth one. */
function dyingParts(count: number): Panel {
  return panelOf(count, (random) => {
    const birth = Math.floor(random() * 20)
    let left = 5
    return Float64Array.from({ length: MONTHS }, (_, month) =>
      month >= birth && left > 0 && random() < 0.6 ? Math.sign(left--) : 0
    )
  })
}

function panelOf(count: number, draw: (random: () => number) => Float64Array): Panel {
  const random = randomNumbers(count)
  const ids = Array.from({ length: count }, (_, part) => `P${part}`)
  return { ids, season: 12, values: ids.map(() => draw(random)) }
}

function lossFrom(
  origin: number,
  panel: Panel,
  forecast: ReturnType<typeof poolForecasters>['both']
): number {
  const at = levelAt(0.9)
  return panel.ids.reduce((sum, _, part) => {
    const actual = demandIn(panel.values[part], origin, LEAD)
    return sum + pinball(0.9, forecast(part, origin, LEAD).quantiles[at], actual)
  }, 0)
}

/** What is made when it is first asked for, and kept. */
function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined
  return () => (made ??= make())
}
