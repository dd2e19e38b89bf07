import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import type { Acting } from '#app/platform/database/act_as'
import { invalidFields } from '#app/platform/http/invalid'
import { notFound } from '#app/platform/http/problem'
import { countStock, type Moved, moveStock } from '#app/inventory/move_stock'

/** What staff say of pieces: so many were counted, came in, came back, or are no more. */
export const ADJUSTMENTS = ['stock_take', 'receipt', 'return', 'write_off'] as const
type AdjustmentKind = (typeof ADJUSTMENTS)[number]

/** `quantity`: what was counted, or how many pieces it is about. */
type Adjustment = {
  productId: number
  location: string
  kind: AdjustmentKind
  quantity: number
  reason: string
}

/**
 * Brings the book in line with what staff say. Throws 404 for an unknown product, 422 for an unknown
 * place and for more pieces than there are.
 */
export async function adjustStock(
  { productId, location, kind, quantity, reason }: Adjustment,
  { actor }: Acting
): Promise<Moved> {
  const place = {
    ...{ productId, locationId: await expectLocation(location) },
    ...{ reference: reason, actor },
  }
  await expectProduct(productId)
  if (kind === 'stock_take') return countStock({ ...place, counted: quantity })
  const pieces = kind === 'write_off' ? -quantity : quantity
  const moved = await moveStock({ ...place, pieces, cause: kind })
  if (!moved.done) throw notOnHand(moved)
  return moved
}

export async function expectProduct(id: number) {
  const found = await sql('select id from products where id = $1 and deleted_at is null', [id])
  if (found.length === 0) throw notFound('product')
}

/** The key of a place by its code. */
export async function expectLocation(
  code: string,
  { field = 'location', trx }: { field?: string; trx?: TransactionClientContract } = {}
): Promise<number> {
  const known = 'select id from locations where code = $1'
  const [found] = await sql<{ id: number }>(known, [code], trx)
  if (found) return found.id
  throw refusedField(field, 'place', 'Choose one of the places of the shop')
}

const notOnHand = ({ onHand }: Moved) =>
  refusedField('quantity', 'on_hand', `There are only ${onHand} pieces on hand`)

const refusedField = (field: string, rule: string, message: string) =>
  invalidFields([{ field, rule, message }], `${message}. Correct ${field} and send it again.`)
