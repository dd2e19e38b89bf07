import type { Need } from '#app/demo/assortment'
import type { BrandData } from '#app/demo/brand'
import { type PriceChange, priceOn } from '#app/demo/price_history'
import type { Random } from '#app/demo/random'
import type { SalesCalendar } from '#app/demo/sales_calendar'
import type { Sale } from '#app/demo/demo_product'

/** Customers a day for a part of mean demand on a mean car. */
const MEAN_PER_DAY = 0.0035
/** Share of the fleet at which a car is neither common nor rare. */
const MEAN_SHARE = 0.8
const FASTEST_PER_DAY = 2.2

/**
 * Customers a day who take this product. Most parts sell now and then, a few
 * every day: the spread is log-normal.
 */
export function customersPerDay(need: Need, brand: BrandData, random: Random): number {
  const cars = need.vehicle ? need.vehicle.share / MEAN_SHARE : 1
  const spread = Math.exp(random.normal() * 1.1 - 0.6)
  const laterSpans = 1 / (1 + need.round)
  const perDay = MEAN_PER_DAY * need.type.demand * cars * (brand.share / 3) * spread * laterSpans
  return Math.min(perDay, FASTEST_PER_DAY)
}

/** Sales of the last 24 months, oldest first, at the price of their day. */
export function salesOf(
  need: Need,
  perDay: number,
  prices: PriceChange[],
  calendar: SalesCalendar,
  random: Random
): Sale[] {
  const days = calendar.draw(need.type.season, perDay, prices[0].at, random)
  return days.map((day) => ({
    day,
    quantity: random.pick(need.type.quantities),
    unitPrice: priceOn(prices, day),
    document: `T${day.toISOString().slice(2, 10).replaceAll('-', '')}-${random.integer(100, 999)}`,
  }))
}
