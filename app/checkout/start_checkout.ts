import type { CartKey } from '#app/cart/cart_key'
import { type Cart, cartQuery } from '#app/cart/cart_query'
import { expectQuantities } from '#app/cart/cart_problems'
import { cartTotals } from '#app/cart/cart_totals'
import { piecesOf, type Shortfall } from '#app/inventory/reservations'
import { sql } from '#app/platform/database/sql'
import { together } from '#app/platform/database/together'
import type { Locale } from '#app/platform/http/locale'
import { Problem } from '#app/platform/http/problem'
import type { Applied } from '#app/pricing/apply_promotions'
import {
  type CheckoutLine,
  type CheckoutSession,
  SESSION_COLUMNS,
} from '#app/checkout/checkout_session'
import { missingOf, outOfStock } from '#app/inventory/stock_refusals'

/** So long the pieces of a session are its own. */
const MINUTES = 15

/** `wanted` are the pieces to hold. */
type Opening = {
  cart: number
  lines: CheckoutLine[]
  promotions: Applied[]
  locale: Locale
  wanted: ReturnType<typeof piecesOf>
}
type Opened = CheckoutSession & { missing: Shortfall[] | null }

/** A cart has one open session: beginning again renews it, and its stock. */
const OPEN = `
  select ${SESSION_COLUMNS}, o.missing
  from rows from (jsonb_to_recordset($1) as (cart bigint, lines jsonb, promotions jsonb, locale text, wanted jsonb))
    with ordinality as w (cart, lines, promotions, locale, wanted, nth)
  cross join lateral open_checkout(w.cart, w.lines, w.promotions, w.locale, w.wanted, $2) o
  cross join lateral (select (o.opened).*) s
  order by w.nth`

const open = together((opening: readonly Opening[]) =>
  sql<Opened>(OPEN, [JSON.stringify(opening), MINUTES])
)

/**
 * Begins to order what is in the cart that a key opens, and holds its stock for 15 minutes: two statements.
 * Throws 409 for an empty cart, and for lines that cannot be had, or not in this quantity.
 */
export async function startCheckout(key: CartKey, locale: Locale): Promise<CheckoutSession> {
  const cart = await cartQuery(key)
  if (!cart || cart.lines.length === 0) throw emptyCart()
  expectQuantities(cart.lines)
  const { lines: discounts, applied } = cartTotals(cart.lines, cart.offers)
  const lines = linesOf(cart, discounts)
  const { missing, ...session } = await open({
    ...{ cart: cart.id, lines, promotions: applied, locale, wanted: piecesOf(lines) },
  })
  if (missing) throw missingOf(missing, lines)
  return session
}

function linesOf({ lines }: Cart, discounts: number[]): CheckoutLine[] {
  const gone = lines.filter(({ price }) => price === null)
  if (gone.length) {
    throw outOfStock(gone.map(({ sku, quantity }) => ({ sku, quantity, available: 0 })))
  }
  return lines.map(({ productId, sku, nameFr, nameAr, quantity, price, taxRate }, index) => ({
    ...{ productId, sku, nameFr, nameAr, quantity },
    ...{ unitPrice: price!, taxRate, discount: discounts[index] },
  }))
}

const emptyCart = () =>
  new Problem({
    status: 409,
    code: 'cart_empty',
    title: 'There is nothing to order',
    detail: 'Put something into the cart first, and send its X-Cart-Token, or log in.',
  })
