import db from '@adonisjs/lucid/services/db'
import type { CartKey } from '#app/cart/cart_key'
import { type Cart, cartQuery } from '#app/cart/cart_query'
import { reserveStock } from '#app/inventory/reservations'
import { sql } from '#app/platform/database/sql'
import type { Locale } from '#app/platform/http/locale'
import { Problem } from '#app/platform/http/problem'
import { type CheckoutLine, holderOf } from '#app/checkout/checkout_session'
import { checkoutTotals } from '#app/checkout/checkout_totals'
import { missingOf, outOfStock } from '#app/checkout/stock_refusals'

/** So long the pieces of a session are its own. */
const MINUTES = 15

/** A cart has one open session: beginning again renews it, and its stock. */
const OPEN = `
  insert into checkout_sessions as s (cart_id, lines, total, locale, expires_at)
  values ($1, $2, $3, $4, now() + $5 * interval '1 minute')
  on conflict (cart_id) where state = 'open' do update set lines = excluded.lines,
    total = excluded.total + coalesce(s.shipping_price, 0), locale = excluded.locale, expires_at = excluded.expires_at
  returning id`

/**
 * Begins to order what is in the cart that a key opens, and holds its stock for 15 minutes. Returns the id
 * of the session. Throws 409 for an empty cart, and for lines that cannot be had.
 */
export async function startCheckout(key: CartKey, locale: Locale): Promise<string> {
  const cart = await cartQuery(key)
  if (!cart || cart.lines.length === 0) throw emptyCart()
  const lines = linesOf(cart)
  const { total } = checkoutTotals(lines, null)
  return db.transaction(async (trx) => {
    const values = [cart.id, JSON.stringify(lines), total, locale, MINUTES]
    const [session] = await sql<{ id: string }>(OPEN, values, trx)
    const missing = await reserveStock(holderOf(session), lines, MINUTES, trx)
    if (missing.length) throw missingOf(missing, lines)
    return session.id
  })
}

function linesOf({ lines }: Cart): CheckoutLine[] {
  const gone = lines.filter(({ price }) => price === null)
  if (gone.length) {
    throw outOfStock(gone.map(({ sku, quantity }) => ({ sku, quantity, available: 0 })))
  }
  return lines.map(({ productId, sku, nameFr, nameAr, quantity, price, taxRate }) => ({
    ...{ productId, sku, nameFr, nameAr, quantity },
    ...{ unitPrice: price!, taxRate },
  }))
}

const emptyCart = () =>
  new Problem({
    status: 409,
    code: 'cart_empty',
    title: 'There is nothing to order',
    detail: 'Put something into the cart first, and send its X-Cart-Token, or log in.',
  })
