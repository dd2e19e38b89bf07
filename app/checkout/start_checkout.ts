import db from '@adonisjs/lucid/services/db'
import type { CartKey } from '#app/cart/cart_key'
import { type Cart, cartQuery } from '#app/cart/cart_query'
import { cartTotals } from '#app/cart/cart_totals'
import { reserveStock } from '#app/inventory/reservations'
import { sql } from '#app/platform/database/sql'
import type { Locale } from '#app/platform/http/locale'
import { Problem } from '#app/platform/http/problem'
import {
  type CheckoutLine,
  type CheckoutSession,
  holderOf,
  SESSION_COLUMNS,
} from '#app/checkout/checkout_session'
import { missingOf, outOfStock } from '#app/inventory/stock_refusals'

/** So long the pieces of a session are its own. */
const MINUTES = 15

/** A cart has one open session: beginning again renews it, and its stock. */
const OPEN = `
  insert into checkout_sessions as s (cart_id, lines, promotions, total, locale, expires_at)
  values ($1, $2, $3, $4, $5, now() + $6 * interval '1 minute')
  on conflict (cart_id) where state = 'open' do update set lines = excluded.lines, promotions = excluded.promotions,
    total = excluded.total + case when $7 then 0 else coalesce(s.shipping_price, 0) end, locale = excluded.locale, expires_at = excluded.expires_at
  returning ${SESSION_COLUMNS}`

/**
 * Begins to order what is in the cart that a key opens, and holds its stock for 15 minutes.
 * Throws 409 for an empty cart, and for lines that cannot be had.
 */
export async function startCheckout(key: CartKey, locale: Locale): Promise<CheckoutSession> {
  const cart = await cartQuery(key)
  if (!cart || cart.lines.length === 0) throw emptyCart()
  const { lines: discounts, applied, freeDelivery, toPay } = cartTotals(cart.lines, cart.offers)
  const lines = linesOf(cart, discounts)
  return db.transaction(async (trx) => {
    const values = [
      ...[cart.id, JSON.stringify(lines), JSON.stringify(applied), toPay],
      ...[locale, MINUTES, freeDelivery],
    ]
    const [session] = await sql<CheckoutSession>(OPEN, values, trx)
    const missing = await reserveStock(holderOf(session), lines, MINUTES, trx)
    if (missing.length) throw missingOf(missing, lines)
    return session
  })
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
