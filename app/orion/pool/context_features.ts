import type { Context } from '#app/orion/panel/context'
import type { Panel } from '#app/orion/panel/panel'
import { runningSum, within } from '#app/orion/pool/running_sums'

/** What the context of a part says at an origin. */
type ContextFeature =
  | 'price'
  | 'priceAgainst3'
  | 'priceAgainst12'
  | 'category3'
  | 'category12'
  | 'categoryTrend'
  | 'searches3'
  | 'searches12'
  | 'vehicleAge'
  | 'promoted3'
  | 'promoted12'

/** No feature of a context is ever below 0. */
const UNKNOWN = -1
const NOTHING: Readonly<Record<ContextFeature, number>> = {
  price: UNKNOWN,
  priceAgainst3: UNKNOWN,
  priceAgainst12: UNKNOWN,
  category3: UNKNOWN,
  category12: UNKNOWN,
  categoryTrend: UNKNOWN,
  searches3: UNKNOWN,
  searches12: UNKNOWN,
  vehicleAge: UNKNOWN,
  promoted3: UNKNOWN,
  promoted12: UNKNOWN,
}
/** Millimes in a dinar. */
const DINAR = 1_000

/** Features of what is known of parts besides what they sold, from nothing after an origin. */
export class ContextFeatures {
  #values: Float64Array[]
  #context: Context
  #demandOfCategories: Map<number, CategoryDemand>

  constructor(panel: Panel) {
    this.#values = panel.values
    this.#context = panel.context ?? {}
    this.#demandOfCategories = categoryDemands(panel)
  }

  /** What is known of a part at an origin; quantities are divided by `scale`. */
  of(part: number, origin: number, scale: number): Readonly<Record<ContextFeature, number>> {
    const { prices, categories, searches, vehicleAges, promoted } = this.#context
    if (!prices && !categories && !searches && !vehicleAges && !promoted) return NOTHING
    const told = { ...NOTHING }
    if (prices) writePrices(told, prices[part], origin)
    if (categories) this.#writeCategory(told, categories[part], origin, scale)
    if (searches) {
      told.searches3 = sumKnown(searches[part], origin, 3)
      told.searches12 = sumKnown(searches[part], origin, 12)
    }
    if (vehicleAges) told.vehicleAge = known(vehicleAges[part][origin])
    if (promoted) {
      told.promoted3 = share(promoted[part], this.#values[part], origin, 3)
      told.promoted12 = share(promoted[part], this.#values[part], origin, 12)
    }
    return told
  }

  /** Mean demand of a part of the category and month, and how it moves. */
  #writeCategory(
    told: Record<ContextFeature, number>,
    category: number,
    origin: number,
    scale: number
  ) {
    const demand = this.#demandOfCategories.get(category)
    if (!demand) return
    const mean = (count: number) => {
      const parts = within(demand.parts, origin, count)
      return parts > 0 ? within(demand.pieces, origin, count) / parts : 0
    }
    const [quarter, year] = [mean(3), mean(12)]
    told.category3 = quarter / scale
    told.category12 = year / scale
    told.categoryTrend = year > 0 ? quarter / year : 1
  }
}

/** Running sums over all parts of a category: pieces that were sold, and parts of which a period is known. */
interface CategoryDemand {
  pieces: Float64Array
  parts: Float64Array
}

function categoryDemands({ values, context }: Panel): Map<number, CategoryDemand> {
  const { categories } = context ?? {}
  if (!categories) return new Map()
  const rows = Map.groupBy(values.keys(), (part) => categories[part])
  // Parts of no category have nothing in common.
  rows.delete(0)
  return new Map(
    [...rows].map(([category, parts]) => {
      const pieces = new Float64Array(values[0].length)
      const known = new Float64Array(values[0].length)
      for (const part of parts) {
        for (const [at, value] of values[part].entries()) {
          if (Number.isNaN(value)) continue
          pieces[at] += value
          known[at]++
        }
      }
      const sums = (of: Float64Array) => runningSum(of, (value) => value)
      return [category, { pieces: sums(pieces), parts: sums(known) }]
    })
  )
}

/** The price itself on a logarithm, and against its mean of three and of twelve periods. */
function writePrices(told: Record<ContextFeature, number>, prices: Float64Array, origin: number) {
  const price = prices[origin]
  if (!(price > 0)) return
  told.price = Math.log1p(price / DINAR)
  told.priceAgainst3 = price / meanKnown(prices, origin, 3)
  told.priceAgainst12 = price / meanKnown(prices, origin, 12)
}

/** How much of what was sold in the latest periods is in `some`; 0 where nothing was. */
function share(some: Float64Array, all: Float64Array, origin: number, count: number): number {
  const sum = (of: Float64Array) =>
    latestKnown(of, origin, count).reduce((total, pieces) => total + pieces, 0)
  const sold = sum(all)
  return sold > 0 ? Math.min(1, sum(some) / sold) : 0
}

const known = (value: number) => (Number.isNaN(value) ? UNKNOWN : value)

function sumKnown(values: Float64Array, origin: number, count: number): number {
  const latest = latestKnown(values, origin, count)
  return latest.length > 0 ? latest.reduce((sum, value) => sum + value, 0) : UNKNOWN
}

function meanKnown(values: Float64Array, origin: number, count: number): number {
  const latest = latestKnown(values, origin, count)
  return latest.reduce((sum, value) => sum + value, 0) / latest.length
}

function latestKnown(values: Float64Array, origin: number, count: number): Float64Array {
  const latest = values.subarray(Math.max(0, origin + 1 - count), origin + 1)
  return latest.filter((value) => !Number.isNaN(value))
}
