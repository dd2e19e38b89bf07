import { hashOfToken, newCartToken } from '#app/cart/cart_token'
import { sql } from '#app/platform/database/sql'
import { notFound, Problem } from '#app/platform/http/problem'

type NewItem = { sku: string; quantity: number; vehicle?: number }

const PUT = 'select outcome, is_new as "isNew" from put_in_cart($1, $2, $3, $4, $5, $6)'

/**
 * Puts pieces into the cart of a token, or into a new one when there is none. Resolves with the token
 * of the cart. Throws 404 for a product that is not sold, 422 when it would be too much.
 */
export async function addToCart(
  token: string | undefined,
  { sku, quantity, vehicle }: NewItem
): Promise<string> {
  const fresh = newCartToken()
  const isNew = await put([
    ...[token ? hashOfToken(token) : null, hashOfToken(fresh)],
    ...[sku, quantity, vehicle ?? null, false],
  ])
  return token && !isNew ? token : fresh
}

/** Changes how many pieces of a product are in the cart. Throws 404 when it is not in it. */
export async function changeQuantity(token: string, sku: string, quantity: number): Promise<void> {
  await put([hashOfToken(token), null, sku, quantity, null, true])
}

/** Takes a product out; without a SKU, all of them. Throws 404 when the product is not in the cart. */
export async function removeFromCart(token: string, sku?: string): Promise<void> {
  const gone = await sql(
    `delete from cart_items i using carts c, products p
     where c.token_hash = $1 and c.expires_at > now() and i.cart_id = c.id and p.id = i.product_id
       and p.sku = coalesce($2, p.sku) returning i.product_id`,
    [hashOfToken(token), sku ?? null]
  )
  if (sku !== undefined && gone.length === 0) throw notFound('item')
}

async function put(values: unknown[]): Promise<boolean> {
  const [{ outcome, isNew }] = await sql<{ outcome: string; isNew: boolean }>(PUT, values)
  if (outcome === 'no_product') throw notFound('product')
  if (outcome === 'no_item') throw notFound('item')
  if (outcome !== 'done') throw tooMuch(outcome)
  return isNew
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
