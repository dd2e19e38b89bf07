import type { Acting } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { Problem } from '#app/platform/http/problem'
import { expectLocation, expectProduct } from '#app/inventory/adjust_stock'

/** `from` and `to` are codes of places. */
export type Transfer = {
  productId: number
  from: string
  to: string
  quantity: number
  reason: string
}

/**
 * Carries pieces from one place to another. Throws 404 for an unknown product, 422 for an unknown place,
 * and 409 when fewer are free there than are to be carried.
 */
export async function transferStock(
  { productId, from, to, quantity, reason }: Transfer,
  { actor }: Acting
): Promise<void> {
  await expectProduct(productId)
  const places = {
    from: await expectLocation(from, { field: 'from' }),
    to: await expectLocation(to, { field: 'to' }),
  }
  const pieces = { productId, pieces: quantity, reference: reason, actor }
  const missing = await transferPieces({ ...pieces, ...places })
  if (missing > 0) throw promised(quantity - missing, missing)
}

/** The keys of both places. */
type Between = {
  productId: number
  from: number
  to: number
  pieces: number
  reference: string
  actor: string
}

/** Carries pieces that nobody was promised to another place. Returns how many are missing; 0 when done. */
export async function transferPieces(transfer: Between): Promise<number> {
  const { productId, from, to, pieces, reference, actor } = transfer
  const [{ missing }] = await sql<{ missing: number }>(
    'select transfer_stock($1, $2, $3, $4, $5, $6) as missing',
    [productId, from, to, pieces, reference, actor]
  )
  return missing
}

const promised = (free: number, missing: number) =>
  new Problem({
    status: 409,
    code: 'stock_promised',
    title: 'Not so many are free',
    detail: `Only ${free} pieces are there that nobody was promised. Carry fewer, or release reservations first.`,
    extra: { free, missing },
  })
