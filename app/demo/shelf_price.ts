import type { BrandData, Tier } from '#app/demo/brand'
import type { Need } from '#app/demo/assortment'
import type { Random } from '#app/demo/random'
import type { ModelData } from '#app/fitment/fleet/model'

/** Beside a brand of the middle of the market. */
const TIER_FACTOR: Record<Tier, number> = {
  genuine: 1.7,
  premium: 1.2,
  standard: 0.95,
  budget: 0.74,
}
/** Where in the price range of a part type a car lies, 0 to 1. */
const SIZE_SPAN: Record<ModelData['size'], [number, number]> = {
  city: [0.02, 0.4],
  compact: [0.25, 0.6],
  suv: [0.45, 0.85],
  van: [0.3, 0.7],
  pickup: [0.45, 0.9],
  truck: [0.6, 1],
  premium: [0.65, 1],
}
/** Share of the price before tax that the dealer keeps. */
const MARGIN: Record<Tier, [number, number]> = {
  genuine: [0.12, 0.2],
  premium: [0.2, 0.29],
  standard: [0.25, 0.35],
  budget: [0.32, 0.44],
}
const VAT = 1.19

/** Millimes, tax included, for a brand of the middle: what all offers for the need start from. */
export function basePrice(need: Need, random: Random): number {
  if (need.size) return need.size.price * 1000
  const [low, high] = need.type.price
  const [from, to] = SIZE_SPAN[need.vehicle?.size ?? 'compact']
  return (low + (high - low) * random.between(from, to)) * 1000
}

/** The same in the box of one brand, rounded as price tags are. */
export function shelfPrice(base: number, brand: BrandData, random: Random): number {
  return roundToTag(base * TIER_FACTOR[brand.tier] * random.between(0.94, 1.06))
}

/** What the dealer paid, before tax, in millimes. */
export function costOf(price: number, brand: BrandData, random: Random): number {
  const [low, high] = MARGIN[brand.tier]
  return Math.round(((price / VAT) * (1 - random.between(low, high))) / 10) * 10
}

/** Price tags end in .000, .500 or .900; the small ones in hundreds of millimes. */
export function roundToTag(millimes: number): number {
  if (millimes < 15_000) return Math.max(500, Math.round(millimes / 100) * 100)
  if (millimes < 300_000) {
    const dinars = Math.floor(millimes / 1000)
    const rest = millimes - dinars * 1000
    return dinars * 1000 + (rest < 250 ? 0 : rest < 700 ? 500 : 900)
  }
  const step = millimes < 1_000_000 ? 1_000 : 5_000
  return Math.round(millimes / step) * step
}
