import { test } from '@japa/runner'
import type { Panel } from '#app/orion/panel/panel'
import { buildLadder } from '#app/orion/pool/build_ladder'
import { FEATURES, Features } from '#app/orion/pool/features'
import { climb, type Ladder, RUNG } from '#app/orion/pool/ladder'
import { poolForecasters, trainPool } from '#app/orion/pool/pooled_model'
import { TOP } from '#app/orion/pool/units'
import { UNTESTED_CHOICES, forecasterOf, type LearnedModel } from '#app/orion/train_forecaster'
import { levelAt } from '#app/orion/models/levels'
import { randomNumbers } from '#app/orion/random'

const LEAD = { ahead: 1, periods: 2 }
const MONTHS = 30

test.group('A ladder', () => {
  test('learns how far rows of each kind climb', ({ assert }) => {
    const random = randomNumbers(1)
    const rows = 6_000
    const bins = Uint8Array.from({ length: rows * 2 }, () => Math.floor(random() * 10))
    const chance = (row: number) => (bins[row * 2] < 5 ? 0.2 : 0.7)
    const targets = Uint16Array.from({ length: rows }, (_, row) => {
      let target = 0
      while (target < 6 && random() < chance(row)) target++
      return target
    })
    const order = { rows: { bins, features: 2, targets, thresholds: [] }, tops: [0, 1, 2, 3] }
    const ladder = buildLadder({ ...order, seed: 1 })
    for (const [bin, expected] of [
      [2, 0.2],
      [7, 0.7],
    ]) {
      const masses = new Float64Array(TOP + 1)
      climb(ladder, Uint8Array.from([bin, 4]), 1, masses)
      assert.closeTo(sumOf(masses), 1, 1e-9)
      assert.closeTo(1 - masses[0], expected, 0.05)
      assert.closeTo(sumOf(masses.subarray(3)), expected ** 3, 0.05)
    }
    assert.deepEqual(buildLadder({ ...order, seed: 1 }), ladder)
    assert.notDeepEqual(buildLadder({ ...order, seed: 2 }), ladder)
  })

  test('answers rungs at once that answer alike, and each by itself that does not', ({
    assert,
  }) => {
    const ladder: Ladder = {
      base: Float64Array.from([0, 0, 0, 0]),
      trees: [
        {
          feature: Int16Array.from([RUNG, -1, 0, -1, -1]),
          cut: Uint8Array.from([1, 0, 4, 0, 0]),
          left: Int32Array.from([1, 0, 3, 0, 0]),
          right: Int32Array.from([2, 0, 4, 0, 0]),
          value: Float32Array.from([0, Math.log(3), 0, 50, -50]),
        },
      ],
      ended: [0, 1, 2, 3, 4].map((target) => ({
        targets: Uint16Array.from([target]),
        shares: Float64Array.from([1]),
      })),
    }
    const said = (bin: number) => {
      const masses = new Float64Array(5)
      climb(ladder, Uint8Array.from([bin]), 1, masses)
      return [...masses].map((mass) => Number(mass.toFixed(4)))
    }
    assert.deepEqual(said(4), [0.25, 0.1875, 0, 0, 0.5625])
    assert.deepEqual(said(5), [0.25, 0.1875, 0.5625, 0, 0])
  })
})

test.group('The pool', () => {
  test('forecasts in sizes, in pieces and in both, and as it did before there were ladders', async ({
    assert,
  }) => {
    const panel = sellingParts(300)
    const pool = (await trainPool(panel, MONTHS, [LEAD], 1))!
    const kinds = poolForecasters(pool, panel)
    const [size, piece, both] = (['size', 'piece', 'both'] as const).map((kind) =>
      panel.ids.map((_, part) => kinds[kind](part, MONTHS - 1, LEAD))
    )
    assert.notDeepEqual(size, piece)
    for (const [part, { mean, quantiles }] of both.entries()) {
      assert.closeTo(mean, (size[part].mean + piece[part].mean) / 2, 1e-9)
      for (const [at, quantile] of quantiles.entries()) {
        const ends = [size[part].quantiles[at], piece[part].quantiles[at]]
        assert.isTrue(quantile >= Math.min(...ends) && quantile <= Math.max(...ends))
      }
    }
    const { edges, trees } = pool.members[0]
    const former = { edges: edges.slice(0, FEATURES.indexOf('unrecorded')), trees }
    const learned = { choices: UNTESTED_CHOICES, pool: former } as unknown as LearnedModel
    for (const kind of ['smooth', 'erratic', 'intermittent', 'lumpy', 'unsold'] as const) {
      learned.choices = {
        ...learned.choices,
        [kind]: { simple: 'tsb', uses: 'pool', ratio: 0.9 },
      }
    }
    const { mean } = forecasterOf(learned, panel, MONTHS)(0, MONTHS - 1, LEAD)
    assert.isTrue(Number.isFinite(mean) && mean >= 0)
  })

  test('only learns the units it is asked for', async ({ assert }) => {
    const panel = sellingParts(100)
    const pool = (await trainPool(panel, MONTHS, [LEAD], 1, { units: ['piece'] }))!
    assert.deepEqual(
      pool.members.map(({ unit }) => unit),
      ['piece']
    )
    const { size, piece } = poolForecasters(pool, panel)
    assert.deepEqual(size(3, MONTHS - 1, LEAD), piece(3, MONTHS - 1, LEAD))
  })

  test('tells a part that is no longer recorded from one that has not sold', async ({ assert }) => {
    const all = sellingParts(400)
    const recorded = all.values.map((values, part) => {
      const until = part % 4 === 0 ? 12 : MONTHS
      values.fill(0, until)
      return Uint8Array.from(values, (_, at) => (at < until ? 1 : 0))
    })
    const panel = { ...all, recorded }
    const pool = (await trainPool(panel, MONTHS, [LEAD], 1))!
    const { both } = poolForecasters(pool, panel)
    const at = levelAt(0.9)
    for (const part of [0, 4, 8, 12]) {
      assert.equal(both(part, MONTHS - 1, LEAD).quantiles[at], 0)
    }
    assert.isAbove(both(1, MONTHS - 1, LEAD).quantiles[at], 0)
  })
})

test.group('The closest relative', () => {
  test('is the one that sells in the same months, as far as the origin knows', ({ assert }) => {
    const pair = [1, 0, 0, 2, 0, 0, 1, 0, 0, 0]
    const panel: Panel = {
      ids: ['a', 'b', 'c', 'd'],
      season: 12,
      values: [
        Float64Array.from([0, 1, 0, 0, 0, 1, 0, 0, 9, 9]),
        Float64Array.from(pair),
        Float64Array.from([0, 0, 1, 0, 1, 0, 0, 0, 9, 9]),
        Float64Array.from([3, 0, 0, 3, 0, 0, 3, 0, 9, 9]),
      ],
    }
    const row = new Float32Array(FEATURES.length)
    new Features(panel, 'piece').write(row, 0, 1, 7, LEAD)
    const told = Object.fromEntries(FEATURES.map((name, at) => [name, row[at]]))
    assert.include(told, { closest12: 9, closestSales3: 1, closestSince: 1, unrecorded: 0 })
    assert.closeTo(told.likeness, 3.5 / 6, 1e-6)
  })

  test('is nobody where a part stands alone', ({ assert }) => {
    const panel = { ids: ['a'], season: 12, values: [Float64Array.from([1, 0, Number.NaN])] }
    const row = new Float32Array(FEATURES.length)
    new Features(panel).write(row, 0, 0, 2, LEAD)
    const told = Object.fromEntries(FEATURES.map((name, at) => [name, row[at]]))
    assert.include(told, { closest12: 0, closestSales3: 0, likeness: 0, unrecorded: 1 })
  })
})

function sellingParts(count: number): Panel {
  const random = randomNumbers(count)
  const ids = Array.from({ length: count }, (_, part) => `P${part}`)
  const values = ids.map((_, part) =>
    Float64Array.from({ length: MONTHS }, () =>
      random() < 0.4 ? 1 + Math.floor(random() * (1 + (part % 5))) : 0
    )
  )
  return { ids, season: 12, values }
}

function sumOf(masses: Float64Array): number {
  return masses.reduce((sum, mass) => sum + mass, 0)
}
