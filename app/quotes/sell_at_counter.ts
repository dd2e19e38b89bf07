import { handOver } from '#app/fulfilment/hand_over'
import { outOfStock } from '#app/checkout/stock_refusals'
import type { Acting } from '#app/platform/database/act_as'
import { PICKUP } from '#app/shipping/shipping_options_query'
import { shopPlace } from '#app/tunisia/shop_location'
import { acceptQuote } from '#app/quotes/accept_quote'
import { partsOnSale } from '#app/quotes/parts_on_sale'
import { type Asking, drawUpQuote, type Item, type Wish } from '#app/quotes/draw_up_quote'

/**
 * Sells to somebody who stands at the counter: quoted, ordered, paid and handed over. Returns the order's
 * number. Each step is a commit; where one is refused, the quote or the order before it stays for the desk.
 * @param place what stands for an address
 */
export async function sellAtCounter(wish: Wish, by: Asking, place: string, acting: Acting) {
  const { fullName, phone } = wish.contact
  const where = { ...shopPlace(), address: place, postalCode: null, notes: null }
  const address = { fullName, phone, ...where }
  await expectAllThere(wish.items)
  const quote = await drawUpQuote(wish, by, acting)
  const order = await acceptQuote(
    quote,
    { address, optionId: PICKUP, paymentMethod: 'cod' },
    acting
  )
  await handOver(order, acting)
  return order
}

/** A quote may promise pieces that are still to come; nobody walks out with those. Throws 409. */
async function expectAllThere(items: Item[]) {
  const parts = await partsOnSale(items.map(({ sku }) => sku))
  const missing = items
    .map((item) => ({ ...item, available: parts.get(item.sku)?.free ?? 0 }))
    .filter(({ quantity, available }) => available < quantity)
  if (missing.length > 0) throw outOfStock(missing)
}
