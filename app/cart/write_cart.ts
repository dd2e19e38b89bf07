import { type CartKey, namedBy, openedBy } from '#app/cart/cart_key'
import type { Cart } from '#app/cart/cart_query'
import { hashOfToken, newCartToken } from '#app/cart/cart_token'
import { sql } from '#app/platform/database/sql'
import { together } from '#app/platform/database/together'
import { notFound, Problem } from '#app/platform/http/problem'

type NewItem = { sku: string; quantity: number; vehicle?: number }

/** A cart that was written, and what opens it from now on. */
type WrittenCart = { key: CartKey; cart: Cart }

/** As `put_in_cart` takes it; hashes in hexadecimal digits. `inPlace` of the pieces that are there, if any. */
type Putting = {
  hash: string | null
  customer: number | null
  newHash: string | null
  sku: string
  pieces: number
  vehicle: number | null
  inPlace: boolean
}

type Put = { outcome: string; isNew: boolean; cart: Cart }

/** Writes one after the other, and reads what there is then. */
const PUT = `
  select p.outcome, p.is_new as "isNew", case when p.outcome = 'done' then cart_seen(p.of_cart) end as cart
  from rows from (jsonb_to_recordset($1) as (hash text, customer integer, "newHash" text, sku text, pieces integer,
      vehicle integer, "inPlace" boolean))
    with ordinality as w (hash, customer, "newHash", sku, pieces, vehicle, "inPlace", nth)
  cross join lateral put_in_cart(decode(w.hash, 'hex'), w.customer, decode(w."newHash", 'hex'), w.sku, w.pieces,
    w.vehicle, w."inPlace") p
  order by w.nth`

/**
 * Puts pieces into the cart that a key opens, or into a new one when there is none. One statement. Throws 404
 * for a product that is not sold, 422 when it would be too much.
 */
export async function addToCart(
  key: CartKey,
  { sku, quantity, vehicle }: NewItem
): Promise<WrittenCart> {
  const fresh = newCartToken()
  const newHash = hashOfToken(fresh).toString('hex')
  const item = { sku, pieces: quantity, vehicle: vehicle ?? null, inPlace: false }
  const { isNew, cart } = await put({ ...namedBy(key), newHash, ...item })
  return { key: isNew ? { token: fresh } : key, cart }
}

/** Changes how many pieces of a product are in the cart. Throws 404 when it is not in it. */
export async function changeQuantity(
  key: CartKey,
  sku: string,
  quantity: number
): Promise<WrittenCart> {
  const item = { sku, pieces: quantity, vehicle: null, inPlace: true }
  const { cart } = await put({ ...namedBy(key), newHash: null, ...item })
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

const putAll = together((putting: readonly Putting[]) => sql<Put>(PUT, [JSON.stringify(putting)]))

async function put(putting: Putting): Promise<Put> {
  const written = await putAll(putting)
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
