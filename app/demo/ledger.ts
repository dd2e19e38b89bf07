import { customersPerDay, salesOf } from '#app/demo/demand'
import type { DemoProduct } from '#app/demo/demo_product'
import type { Offer } from '#app/demo/offer'
import type { PartGroup } from '#app/demo/part_group'
import { atWork, DAY, HISTORY_DAYS, priceHistory } from '#app/demo/price_history'
import type { Random } from '#app/demo/random'
import type { SalesCalendar } from '#app/demo/sales_calendar'
import { costOf, roundToTag, shelfPrice } from '#app/demo/shelf_price'
import { stockOf } from '#app/demo/stock'

/** The part of a product that is figures: prices, sales, stock and their dates. */
type Ledger = Pick<
  DemoProduct,
  | 'price'
  | 'compareAtPrice'
  | 'cost'
  | 'createdAt'
  | 'updatedAt'
  | 'prices'
  | 'sales'
  | 'levels'
  | 'movements'
  | 'popularity'
>

/** Invents two years of trade that end today; only active products are still on the shelf. */
export function ledgerOf(
  { need, base }: PartGroup,
  { brand, quality }: Offer,
  status: DemoProduct['status'],
  calendar: SalesCalendar,
  random: Random
): Ledger {
  const { today } = calendar
  const secondHand = quality === 'remanufactured' ? 0.68 : quality === 'used' ? 0.35 : 1
  const price = shelfPrice(base * secondHand, brand, random)
  const cost = costOf(price, brand, random)
  const createdAt = creationDate(today, random)
  const prices = priceHistory({ price, cost, createdAt, today }, random)
  const perDay = status === 'active' ? customersPerDay(need, brand, random) : 0
  const sales = salesOf(need, perDay, prices, calendar, random)
  const facts = { perDay, quantities: need.type.quantities, sales, today }
  return {
    price,
    cost,
    compareAtPrice: random.chance(0.07) ? roundToTag(price * random.between(1.1, 1.3)) : null,
    createdAt,
    updatedAt: prices[prices.length - 1].at,
    prices,
    sales,
    popularity: Math.round(perDay * 1000),
    ...stockOf(facts, status === 'active', random),
  }
}

/** Most of the range is older than the remembered history; one part in five came since. */
function creationDate(today: Date, random: Random): Date {
  const days = random.chance(0.8)
    ? random.integer(HISTORY_DAYS, 5 * 365)
    : random.integer(45, HISTORY_DAYS)
  return atWork(today.getTime() - days * DAY, random)
}
