import type { Context } from '#app/orion/panel/context'
import type { DemandWindow, Panel } from '#app/orion/panel/panel'
import { ContextFeatures } from '#app/orion/pool/context_features'
import { Relatives } from '#app/orion/pool/relatives'
import { runningSum, within } from '#app/orion/pool/running_sums'
import { piecesIn, type Unit } from '#app/orion/pool/units'

/** What the pooled model knows of a part at an origin, in the order of its columns. New ones go to the end: what was learned before knows the first ones. */
export const FEATURES = [
  'ahead',
  'phase',
  'last',
  'last2',
  'last3',
  'sum3',
  'sum6',
  'sum12',
  'mean',
  'sales3',
  'sales6',
  'sales12',
  'sales24',
  'salesShare',
  'sinceSale',
  'interval',
  'size',
  'sizeCv2',
  'max12',
  'slowLevel',
  'fastLevel',
  'slowChance',
  'fastChance',
  'seasonAgo',
  'aroundSeasonAgo',
  'age',
  'recentShare',
  'lastInterval',
  'lastSize',
  'relatives6',
  'relatives18',
  'relativeSales6',
  'relativeSales18',
  'unrecorded',
  'closest12',
  'closestSales3',
  'closestSince',
  'likeness',
  'price',
  'priceAgainst3',
  'priceAgainst12',
  'category3',
  'category12',
  'categoryTrend',
  'searches3',
  'searches12',
  'vehicleAge',
  'promoted3',
  'promoted12',
] as const
export type Feature = (typeof FEATURES)[number]

/** Features that belong together: what a group is worth is measured by leaving it out (docs/orion.md). */
export const FEATURE_GROUPS = {
  season: ['phase', 'seasonAgo', 'aroundSeasonAgo'],
  levels: ['last', 'last2', 'last3', 'sum3', 'sum6', 'sum12', 'mean', 'slowLevel', 'fastLevel'],
  frequency: [
    'sales3',
    'sales6',
    'sales12',
    'sales24',
    'salesShare',
    'slowChance',
    'fastChance',
    'interval',
  ],
  recency: ['sinceSale', 'age', 'recentShare', 'lastInterval'],
  sizes: ['size', 'sizeCv2', 'max12', 'lastSize'],
  relatives: [
    'relatives6',
    'relatives18',
    'relativeSales6',
    'relativeSales18',
    'closest12',
    'closestSales3',
    'closestSince',
    'likeness',
  ],
  records: ['unrecorded'],
  price: ['price', 'priceAgainst3', 'priceAgainst12'],
  category: ['category3', 'category12', 'categoryTrend'],
  searches: ['searches3', 'searches12'],
  vehicleAge: ['vehicleAge'],
  promotion: ['promoted3', 'promoted12'],
} as const satisfies Record<string, Feature[]>
export type FeatureGroup = keyof typeof FEATURE_GROUPS

/** Groups that only the context of a panel tells, and what of it they need. */
export const CONTEXT_GROUPS = {
  price: 'prices',
  category: 'categories',
  searches: 'searches',
  vehicleAge: 'vehicleAges',
  promotion: 'promoted',
} as const satisfies Partial<Record<FeatureGroup, keyof Context>>
export type ContextGroup = keyof typeof CONTEXT_GROUPS

/** Groups that no measurement shows a gain of (docs/orion.md): nobody looks at them who does not ask for them. */
export const OFF_BY_DEFAULT: FeatureGroup[] = [
  'price',
  'category',
  'searches',
  'vehicleAge',
  'promotion',
]

/** Columns of `FEATURES` that are left when groups are left out. */
export function columnsWithout(groups: FeatureGroup[]): number[] {
  const left = new Set<string>(groups.flatMap((group) => FEATURE_GROUPS[group]))
  return FEATURES.map((_, column) => column).filter((column) => !left.has(FEATURES[column]))
}

/** Groups that need a context, but for those that are left out. */
export function contextGroups(without: FeatureGroup[]): ContextGroup[] {
  const groups = Object.keys(CONTEXT_GROUPS) as ContextGroup[]
  return groups.filter((group) => !without.includes(group))
}

/** Groups of which a panel tells nothing. */
export function untoldGroups({ context = {} }: Panel): ContextGroup[] {
  return contextGroups([]).filter((group) => !context[CONTEXT_GROUPS[group]])
}

const NEVER = 99
const WARM_UP = 6

/**
 * Features of one part at one origin, from nothing after it. Quantities are divided by `scale`: in mean sizes of a
 * sale, parts that sell by one and parts that sell by hundred teach each other; in pieces, what is one piece stays one.
 */
export class Features {
  #demand: Float64Array[]
  #sales: Float64Array[]
  #relatives: Relatives
  #context: ContextFeatures

  constructor(
    private panel: Panel,
    private unit: Unit = 'size'
  ) {
    this.#demand = panel.values.map((values) => runningSum(values, (value) => value))
    this.#sales = panel.values.map((values) => runningSum(values, (value) => (value > 0 ? 1 : 0)))
    this.#relatives = new Relatives(panel, this.#demand, this.#sales)
    this.#context = new ContextFeatures(panel)
  }

  /** Pieces in one unit of the part at the origin. */
  scale(part: number, origin: number): number {
    return piecesIn(this.unit, this.#size(part, origin))
  }

  /** Mean size of the part's sales up to the origin; 1 when there is none. */
  #size(part: number, origin: number): number {
    const sales = this.#sales[part][origin + 1]
    return sales > 0 ? this.#demand[part][origin + 1] / sales : 1
  }

  /** Writes the row of a part, an origin and a window into `row`, from `at` on. */
  write(row: Float32Array, at: number, part: number, origin: number, window: DemandWindow) {
    const values = this.panel.values[part]
    const { season, begins = 0 } = this.panel
    const scale = this.scale(part, origin)
    const sum = (count: number) => within(this.#demand[part], origin, count) / scale
    const sold = (count: number) => within(this.#sales[part], origin, count)
    const value = (index: number) => (index < 0 ? 0 : values[index] || 0) / scale
    const shape = shapeOf(values, origin)
    const then =
      origin + window.ahead - season * Math.ceil((window.ahead + window.periods - 1) / season)
    const ago = (from: number, to: number) => {
      let total = 0
      for (let index = from; index <= Math.min(to, origin); index++) total += value(index)
      return total
    }
    const sum12 = sum(12)
    const sum6 = sum(6)
    const sales = sold(origin + 1)
    const relatives = (count: number) => this.#relatives.demandWithin(part, origin, count) / scale
    const relativeSales = (count: number) => this.#relatives.salesWithin(part, origin, count)
    const closest = this.#closest(part, origin, scale)
    const context = this.#context.of(part, origin, scale)
    const told: Record<Feature, number> = {
      ahead: window.ahead,
      phase: (begins + origin + window.ahead) % season,
      last: value(origin),
      last2: value(origin - 1),
      last3: value(origin - 2),
      sum3: sum(3),
      sum6,
      sum12,
      mean: sum(origin + 1) / Math.max(1, shape.age),
      sales3: sold(3),
      sales6: sold(6),
      sales12: sold(12),
      sales24: sold(24),
      salesShare: sales / Math.max(1, shape.age),
      sinceSale: shape.since,
      interval: sales ? shape.age / sales : NEVER,
      size: sales ? this.#size(part, origin) : 0,
      sizeCv2: shape.sizeCv2,
      max12: shape.max12 / scale,
      slowLevel: shape.slow / scale,
      fastLevel: shape.fast / scale,
      slowChance: shape.slowChance,
      fastChance: shape.fastChance,
      seasonAgo: ago(then, then + window.periods - 1),
      aroundSeasonAgo: ago(then - 1, then + window.periods),
      age: shape.age,
      recentShare: sum12 > 0 ? sum6 / sum12 : 0.5,
      lastInterval: shape.interval,
      lastSize: shape.lastSize / scale,
      relatives6: relatives(6),
      relatives18: relatives(18),
      relativeSales6: relativeSales(6),
      relativeSales18: relativeSales(18),
      unrecorded: this.#unrecorded(part, origin),
      closest12: closest.demand12,
      closestSales3: closest.sales3,
      closestSince: closest.since,
      likeness: closest.likeness,
      price: context.price,
      priceAgainst3: context.priceAgainst3,
      priceAgainst12: context.priceAgainst12,
      category3: context.category3,
      category12: context.category12,
      categoryTrend: context.categoryTrend,
      searches3: context.searches3,
      searches12: context.searches12,
      vehicleAge: context.vehicleAge,
      promoted3: context.promoted3,
      promoted12: context.promoted12,
    }
    for (let column = 0; column < FEATURES.length; column++)
      row[at + column] = told[FEATURES[column]]
  }

  /** Periods since anything was recorded of the part, be it that nothing was sold. */
  #unrecorded(part: number, origin: number): number {
    const values = this.panel.values[part]
    const recorded = this.panel.recorded?.[part]
    let periods = 0
    for (let at = origin; at >= 0; at--) {
      if (recorded ? recorded[at] : !Number.isNaN(values[at])) return periods
      periods++
    }
    return periods
  }

  /** What the closest relative has sold. */
  #closest(part: number, origin: number, scale: number) {
    const closest = this.#relatives.closest(part, origin)
    if (!closest) return NOBODY
    const values = this.panel.values[closest.part]
    let last = origin
    while (last >= 0 && !(values[last] > 0)) last--
    return {
      demand12: within(this.#demand[closest.part], origin, 12) / scale,
      sales3: within(this.#sales[closest.part], origin, 3),
      since: last < 0 ? NEVER : origin - last,
      likeness: closest.likeness,
    }
  }
}

/** What has to be walked through: when it sold, how evenly, and smoothed levels. */
function shapeOf(values: Float64Array, origin: number) {
  const first = values.findIndex((value) => value > 0)
  if (first < 0 || first > origin) return NOTHING
  const shape = { ...NOTHING, age: origin - first + 1, ...startOf(values, first, origin) }
  let sales = 0
  let sum = 0
  let squares = 0
  let last = -1
  for (let at = first; at <= origin; at++) {
    const value = values[at]
    if (Number.isNaN(value)) continue
    const sold = value > 0 ? 1 : 0
    shape.slow += 0.1 * (value - shape.slow)
    shape.fast += 0.3 * (value - shape.fast)
    shape.slowChance += 0.1 * (sold - shape.slowChance)
    shape.fastChance += 0.3 * (sold - shape.fastChance)
    if (!sold) continue
    sales++
    sum += value
    squares += value * value
    if (origin - at < 12) shape.max12 = Math.max(shape.max12, value)
    shape.interval = last < 0 ? NEVER : at - last
    shape.lastSize = value
    last = at
  }
  shape.since = origin - last
  shape.sizeCv2 = sales > 1 ? Math.max(0, (sales * squares) / (sum * sum) - 1) : 0
  return shape
}

const NOTHING = {
  age: 0,
  since: NEVER,
  interval: NEVER,
  lastSize: 0,
  sizeCv2: 0,
  max12: 0,
  slow: 0,
  fast: 0,
  slowChance: 0,
  fastChance: 0,
}
const NOBODY = { demand12: 0, sales3: 0, since: NEVER, likeness: 0 }

function startOf(values: Float64Array, first: number, origin: number) {
  const warmUp = values.subarray(first, Math.min(origin + 1, first + WARM_UP))
  const known = warmUp.filter((value) => !Number.isNaN(value))
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length
  const chance = known.filter((value) => value > 0).length / known.length
  return { slow: mean, fast: mean, slowChance: chance, fastChance: chance }
}
