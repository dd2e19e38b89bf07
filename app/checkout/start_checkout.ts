import type { CartKey } from '#app/cart/cart_key'
import { type Cart, cartQuery } from '#app/cart/cart_query'
import { expectQuantities } from '#app/cart/cart_problems'
import { cartTotals } from '#app/cart/cart_totals'
import { askedFor, type Shortfall } from '#app/inventory/reservations'
import { sql } from '#app/platform/database/sql'
import type { Locale } from '#app/platform/http/locale'
import { Problem } from '#app/platform/http/problem'
import {
  type CheckoutLine,
  type CheckoutSession,
  SESSION_COLUMNS,
} from '#app/checkout/checkout_session'
import { missingOf, outOfStock } from '#app/inventory/stock_refusals'

/** So long the pieces of a session are its own. */
const MINUTES = 15

/** A cart has one open session: beginning again renews it, and its stock. */
const OPEN = `
  select ${SESSION_COLUMNS}, o.missing
  from open_checkout($1, $2, $3, $4, $5, $6) o cross join lateral (select (o.opened).*) s`

type Opened = CheckoutSession & { missing: Shortfall[] | null }

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
  const values = [cart.id, JSON.stringify(lines), JSON.stringify(applied), locale, askedFor(lines)]
  const [{ missing, ...session }] = await sql<Opened>(OPEN, [...values, MINUTES])
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
