import { test } from '@japa/runner'
import type { Context } from '#app/orion/panel/context'
import { packPanel, unpackPanel } from '#app/orion/panel/packed_panel'
import type { Panel } from '#app/orion/panel/panel'
import {
  contextGroups,
  FEATURE_GROUPS,
  FEATURES,
  type Feature,
  type FeatureGroup,
  Features,
} from '#app/orion/pool/features'
import { contextGroupsOf, poolForecasters, trainPool } from '#app/orion/pool/pooled_model'
import { randomNumbers } from '#app/orion/random'

const MONTHS = 30
const NONE = Number.NaN
const NEXT = { ahead: 1, periods: 1 }

test.group('Features of the context', () => {
  const three = {
    ids: ['a', 'b', 'c'],
    season: 12,
    values: [Float64Array.from([1, 3, 2, 9]), Float64Array.from([NONE, 1, 4, 9])].concat(
      Float64Array.from([5, 5, 5, 9])
    ),
  }
  const context: Context = {
    prices: [
      Float64Array.from([NONE, 2_000, 1_000, 9]),
      new Float64Array(4).fill(NONE),
      new Float64Array(4).fill(7_000),
    ],
    categories: Int32Array.from([8, 8, 0]),
    searches: [
      Float64Array.from([NONE, 1, 2, 9]),
      new Float64Array(4),
      new Float64Array(4).fill(NONE),
    ],
    vehicleAges: [Float64Array.from([4, 5, 6, 9])].concat([
      new Float64Array(4).fill(NONE),
      new Float64Array(4).fill(NONE),
    ]),
    promoted: [
      Float64Array.from([0, 3, 0, 9]),
      new Float64Array(4),
      Float64Array.from([0, 9, 9, 9]),
    ],
  }
  const told = (part: number, origin: number, panel: Panel = { ...three, context }) => {
    const row = new Float32Array(FEATURES.length)
    new Features(panel, 'piece').write(row, 0, part, origin, NEXT)
    return Object.fromEntries(FEATURES.map((name, at) => [name, row[at]])) as Record<
      Feature,
      number
    >
  }

  test('are prices, the category, searches, the age of cars and promotions up to the origin', ({
    assert,
  }) => {
    const row = told(0, 2)
    assert.closeTo(row.price, Math.log(2), 1e-6)
    assert.closeTo(row.priceAgainst3, 1 / 1.5, 1e-6)
    assert.closeTo(row.priceAgainst12, 1 / 1.5, 1e-6)
    assert.closeTo(row.category3, 11 / 5, 1e-6)
    assert.closeTo(row.categoryTrend, 1, 1e-6)
    assert.include(row, { searches3: 3, searches12: 3, vehicleAge: 6, promoted3: 0.5 })
    // More was promoted than was left after returns.
    assert.include(told(2, 2), { promoted12: 1 })
    assert.include(told(1, 0), { promoted3: 0 })
  })

  test('say that nobody knows, which is not 0', ({ assert }) => {
    assert.include(told(1, 2), { price: -1, priceAgainst3: -1, searches12: 0, vehicleAge: -1 })
    assert.include(told(2, 2), { category3: -1, category12: -1, searches3: -1, categoryTrend: -1 })
    const names = contextGroups([]).flatMap((group): Feature[] => [...FEATURE_GROUPS[group]])
    const bare = told(0, 2, three)
    for (const name of names) assert.equal(bare[name], -1, name)
  })

  test('know nothing of what comes after the origin', ({ assert }) => {
    const panel = { ...sellingParts(20), context: contextOf(20) }
    const row = (of: Panel, part: number, origin: number) => {
      const written = new Float32Array(FEATURES.length)
      new Features(of).write(written, 0, part, origin, { ahead: 2, periods: 3 })
      return [...written]
    }
    for (const origin of [0, 7, 20]) {
      const later = (rows: Float64Array[]) =>
        rows.map((of) => of.map((value, at) => (at > origin ? 77 : value)))
      const { prices, searches, vehicleAges, promoted, categories } = panel.context
      const changed: Panel = {
        ...{ ...panel, values: later(panel.values) },
        context: {
          ...{ categories, prices: later(prices) },
          ...{ searches: later(searches), vehicleAges: later(vehicleAges) },
          promoted: later(promoted),
        },
      }
      for (const part of [0, 7, 19])
        assert.deepEqual(row(changed, part, origin), row(panel, part, origin))
    }
  })

  test('reach threads as they are', ({ assert }) => {
    const panel: Panel = { ...three, context }
    const { values, context: unpacked } = unpackPanel(packPanel(panel))
    assert.deepEqual(values, three.values)
    assert.deepEqual(unpacked, context)
    assert.notProperty(unpackPanel(packPanel(three)), 'context')
  })
})

test.group('A pool and the context', () => {
  const plain = sellingParts(200)
  const known: Panel = { ...plain, context: contextOf(200) }
  const said = async (panel: Panel, without?: FeatureGroup[], seed = 1) => {
    const pool = (await trainPool(panel, MONTHS, [NEXT], seed, { units: ['piece'], without }))!
    const forecast = poolForecasters(pool, panel).both
    return { pool, all: panel.ids.map((_, part) => forecast(part, MONTHS - 1, NEXT)) }
  }

  test('does not look at what has not proved a gain, nor at what nobody tells', async ({
    assert,
  }) => {
    const [former, unasked, untold] = [await said(plain), await said(known), await said(plain, [])]
    assert.deepEqual(unasked.all, former.all)
    assert.deepEqual(untold.all, former.all)
    assert.deepEqual(contextGroupsOf(former.pool), [])
    assert.lengthOf(former.pool.members[0].edges, FEATURES.indexOf('price'))
  })

  test('looks at what it is asked to, and says the same for the same seed', async ({ assert }) => {
    const first = await said(known, ['vehicleAge'])
    assert.deepEqual(contextGroupsOf(first.pool), ['price', 'category', 'searches', 'promotion'])
    const [again, unasked] = [await said(known, ['vehicleAge']), await said(known)]
    assert.deepEqual(again.all, first.all)
    assert.notDeepEqual(first.all, unasked.all)
    const blind = poolForecasters(first.pool, plain).both(0, MONTHS - 1, NEXT)
    assert.isTrue(Number.isFinite(blind.mean))
  })

  test('learns from a price that demand follows', async ({ assert }) => {
    const { pool } = await said(known, ['category', 'searches', 'vehicleAge', 'promotion'])
    const at = (price: number) => {
      const prices = known.context!.prices!.map((of) => of.with(MONTHS - 1, price))
      const panel = { ...known, context: { ...known.context, prices } }
      const forecast = poolForecasters(pool, panel).both
      const means = panel.ids.map((_, part) => forecast(part, MONTHS - 1, NEXT).mean)
      return means.reduce((sum, mean) => sum + mean, 0)
    }
    assert.isAbove(at(5_000), 2 * at(20_000))
  })

  test('learns from a promotion what comes after it', async ({ assert }) => {
    const promoted = plain.values.map((_, part) =>
      Float64Array.from({ length: MONTHS }, (__, month) => (isCheap(part, month) ? 1 : 0))
    )
    const told = { ...plain, context: { promoted } }
    const { pool } = await said(told, [])
    assert.deepEqual(contextGroupsOf(pool), ['promotion'])
    const after = (pieces: number) => {
      const panel = { ...plain, context: { promoted: promoted.map((of) => of.with(-1, pieces)) } }
      const forecast = poolForecasters(pool, panel).both
      return panel.ids.reduce((sum, _, part) => sum + forecast(part, MONTHS - 1, NEXT).mean, 0)
    }
    assert.isAbove(after(9), 1.1 * after(0))
  })

  test('as it was learned before there was a context still forecasts', async ({ assert }) => {
    const { pool, all } = await said(plain)
    const saved = { members: pool.members }
    assert.deepEqual(contextGroupsOf(saved), [])
    for (const panel of [plain, known])
      assert.deepEqual(poolForecasters(saved, panel).both(3, MONTHS - 1, NEXT), all[3])
  })
})

/** Prices are cheap or dear for a month; the month after a cheap one sells six pieces, after a dear one none or one. */
function contextOf(count: number) {
  const random = randomNumbers(count + 1)
  const rows = (of: (part: number, month: number) => number) =>
    Array.from({ length: count }, (_, part) =>
      Float64Array.from({ length: MONTHS }, (__, month) => of(part, month))
    )
  return {
    prices: rows((part, month) => (isCheap(part, month) ? 5_000 : 20_000)),
    categories: Int32Array.from({ length: count }, (_, part) => part % 4),
    searches: rows(() => Math.floor(random() * 3)),
    vehicleAges: rows((part, month) => (part % 9) + month / 12),
    promoted: rows(() => Math.floor(random() * 2)),
  }
}

function sellingParts(count: number) {
  const random = randomNumbers(count)
  return {
    ids: Array.from({ length: count }, (_, part) => `P${part}`),
    season: 12,
    values: Array.from({ length: count }, (_, part) =>
      Float64Array.from({ length: MONTHS }, (__, month) =>
        isCheap(part, month - 1) ? 6 : Math.floor(random() * 2)
      )
    ),
  }
}

function isCheap(part: number, month: number): boolean {
  return (part * 31 + month * 17 + month * part) % 7 < 3
}
