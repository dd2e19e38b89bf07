import type { Random } from '#app/demo/random'
import { roundToTag } from '#app/demo/shelf_price'

export type PriceChange = {
  oldPrice: number | null
  newPrice: number
  oldCost: number | null
  newCost: number
  at: Date
  reason: string
}

export const DAY = 86_400_000
/** How far back the demo shop remembers, in days. */
export const HISTORY_DAYS = 730

const RISES = [
  'Nouveau tarif fournisseur',
  "Hausse du cours de l'euro",
  'Hausse des frais de transport',
]
const CUTS = ['Alignement sur la concurrence', 'Remise fournisseur répercutée', 'Fin de promotion']

/**
 * The way to today's price: the first price at `createdAt`, then two to five
 * changes in the last 24 months, oldest first. The last one ends at `price` and `cost`.
 */
export function priceHistory(
  { price, cost, createdAt, today }: { price: number; cost: number; createdAt: Date; today: Date },
  random: Random
): PriceChange[] {
  const dates = changeDates(createdAt, today, random)
  const prices = pricesBackFrom(price, dates.length, random)
  const share = cost / price
  const steps = [createdAt, ...dates].map((at, index) => ({
    at,
    price: prices[index],
    cost: index === dates.length ? cost : Math.round((prices[index] * share) / 10) * 10,
  }))
  return steps.map((step, index) => {
    const before = steps[index - 1]
    return {
      oldPrice: before?.price ?? null,
      newPrice: step.price,
      oldCost: before?.cost ?? null,
      newCost: step.cost,
      at: step.at,
      reason: reasonFor(before?.price, step.price, random),
    }
  })
}

/** The price on a day: of the last change at or before it, or the first one. */
export function priceOn(history: PriceChange[], at: Date): number {
  return (history.findLast((change) => change.at <= at) ?? history[0]).newPrice
}

/** Working hours, oldest first, none in the first or the last week. */
function changeDates(createdAt: Date, today: Date, random: Random): Date[] {
  const from = Math.max(createdAt.getTime(), today.getTime() - HISTORY_DAYS * DAY) + 7 * DAY
  const to = today.getTime() - 7 * DAY
  const dates = Array.from({ length: random.integer(2, 5) }, () =>
    atWork(random.between(from, to), random)
  )
  return dates.sort((a, b) => a.getTime() - b.getTime())
}

/** The same day between 8 and 17 o'clock in Tunis, to the minute. */
export function atWork(time: number, random: Random): Date {
  const midnight = Math.floor(time / DAY) * DAY
  return new Date(midnight + random.integer(7 * 60, 16 * 60) * 60_000)
}

/** Oldest first; mostly rises of a few percent, as import prices go. */
function pricesBackFrom(price: number, changes: number, random: Random): number[] {
  const prices = [price]
  for (let i = 0; i < changes; i++) {
    const later = prices[0]
    const factor = random.chance(0.82) ? random.between(1.015, 1.07) : random.between(0.93, 0.985)
    const earlier = roundToTag(later / factor)
    prices.unshift(earlier === later ? roundToTag(later * 0.97 - 100) : earlier)
  }
  return prices
}

function reasonFor(before: number | undefined, after: number, random: Random): string {
  if (before === undefined) return 'Entrée au catalogue'
  return random.pick(after > before ? RISES : CUTS)
}
