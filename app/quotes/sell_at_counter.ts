import db from '@adonisjs/lucid/services/db'
import { placePurchase, usePromotions } from '#app/checkout/placed_purchase'
import { missingOf, outOfStock } from '#app/inventory/stock_refusals'
import { handOverIn } from '#app/fulfilment/hand_over'
import { reserveStock } from '#app/inventory/reservations'
import { holderOfOrder } from '#app/orders/placing/place_order'
import { type Acting, actAs } from '#app/platform/database/act_as'
import type { Locale } from '#app/platform/http/locale'
import { PICKUP } from '#app/shipping/shipping_options_query'
import { shopPlace } from '#app/tunisia/shop_location'
import { type Asking, type Item, quotedLines } from '#app/quotes/draw_up_quote'
import { partsOnSale } from '#app/quotes/parts_on_sale'

/** Who stands at the counter, as far as they say; `phone` in E.164. */
export type Passer = { fullName: string | null; phone: string | null }

export type Sale = { items: Item[]; passer: Passer; locale: Locale }

/**
 * Sells to somebody who stands at the counter: ordered, paid in cash and handed over in one commit, or nothing
 * happened. Returns the order's number. Throws 422 for parts that nobody sells, 409 for what is not there.
 * Locks what a checkout locks and in its order: the order, then promotions, then stock.
 * @param place what stands for an address
 */
export async function sellAtCounter(sale: Sale, by: Asking, place: string, acting: Acting) {
  await expectAllThere(sale.items)
  const { passer, items, locale } = sale
  const { governorate, delegation } = shopPlace()
  const where = { delegation, address: place, postalCode: null, notes: null, email: null }
  const terms = { paymentMethod: 'cod', shippingOption: PICKUP, governorate, locale } as const
  const { actor } = acting
  const purchaser = {
    contact: { ...passer, ...where, isWalkIn: true },
    by: { actor, customerId: by.customerId },
  }
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const quoted = await quotedLines(items, { ...by, phone: passer.phone }, trx)
    // Nothing is carried anywhere.
    const decided = { ...quoted, shippingPrice: 0 }
    const { order } = await placePurchase(decided, terms, purchaser, trx)
    const redeemer = { customerId: by.customerId, phone: passer.phone }
    await usePromotions(decided, order.number, redeemer, trx)
    const missing = await reserveStock(holderOfOrder(order.number), decided.lines, null, trx)
    if (missing.length) throw missingOf(missing, decided.lines)
    await handOverIn(order.number, actor, trx)
    return order.number
  })
}

/** An order may promise pieces that are still to come; nobody walks out with those. Throws 409. */
async function expectAllThere(items: Item[]) {
  const parts = await partsOnSale(items.map(({ sku }) => sku))
  const missing = items
    .map((item) => ({ ...item, available: parts.get(item.sku)?.free ?? 0 }))
    .filter(({ quantity, available }) => available < quantity)
  if (missing.length > 0) throw outOfStock(missing)
}
