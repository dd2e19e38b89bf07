import { type CartKey, openedBy, tokenIn } from '#app/cart/cart_key'
import type { Cart } from '#app/cart/cart_query'
import { hashOfToken, newCartToken } from '#app/cart/cart_token'
import { sql } from '#app/platform/database/sql'
import { notFound, Problem } from '#app/platform/http/problem'

type NewItem = { sku: string; quantity: number; vehicle?: number }

/** A cart that was written, and what opens it from now on. */
type WrittenCart = { key: CartKey; cart: Cart }

/** Writes, and reads what there is then. */
const PUT = `
  select p.outcome, p.is_new as "isNew", case when p.outcome = 'done' then cart_seen(p.of_cart) end as cart
  from put_in_cart($1, $2, $3, $4, $5, $6, $7) p`

/**
 * Puts pieces into the cart that a key opens, or into a new one when there is none. One statement. Throws 404
 * for a product that is not sold, 422 when it would be too much.
 */
export async function addToCart(
  key: CartKey,
  { sku, quantity, vehicle }: NewItem
): Promise<WrittenCart> {
  const fresh = newCartToken()
  const { isNew, cart } = await put([
    ...namedBy(key),
    ...[hashOfToken(fresh), sku, quantity, vehicle ?? null, false],
  ])
  return { key: isNew ? { token: fresh } : key, cart }
}

/** Changes how many pieces of a product are in the cart. Throws 404 when it is not in it. */
export async function changeQuantity(
  key: CartKey,
  sku: string,
  quantity: number
): Promise<WrittenCart> {
  const { cart } = await put([...namedBy(key), null, sku, quantity, null, true])
  return { key, cart }
}

/** Takes a product out; without a SKU, all of them. Throws 404 when the product is not in the cart. */
export async function removeFromCart(key: CartKey, sku?: string): Promise<void> {
  const { condition, value } = openedBy(key)
  const gone = await sql(
    `delete from cart_items i using carts c, products p
     where ${condition} and i.cart_id = c.id and p.id = i.product_id
       and p.sku = coalesce($2, p.sku) returning i.product_id`,
    [value, sku ?? null]
  )
  if (sku !== undefined && gone.length === 0) throw notFound('item')
}

/** The hash of the token and the customer: one of them, or neither. */
function namedBy(key: CartKey): unknown[] {
  const token = tokenIn(key)
  return [token ? hashOfToken(token) : null, 'customerId' in key ? key.customerId : null]
}

type Put = { outcome: string; isNew: boolean; cart: Cart }

async function put(values: unknown[]): Promise<Put> {
  const [written] = await sql<Put>(PUT, values)
  if (written.outcome === 'no_product') throw notFound('product')
  if (written.outcome === 'no_item') throw notFound('item')
  if (written.outcome !== 'done') throw tooMuch(written.outcome)
  return written
}

const tooMuch = (outcome: string) =>
  new Problem({
    status: 422,
    code: outcome === 'full' ? 'cart_full' : 'quantity_too_large',
    title: 'That is too much for one cart',
    detail:
      outcome === 'full'
        ? 'A cart holds 100 different products. Take one out, or order what is in it first.'
        : 'A cart holds 999 pieces of a product. Ask for fewer, or send a request for a quote.',
  })
