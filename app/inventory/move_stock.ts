import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

type Place = { productId: number; locationId: number; reference: string; actor: string }

/** Pieces that come in (positive) or go out, and why. */
export type Movement = Place & { pieces: number; cause: 'receipt' | 'return' | 'write_off' }

/** What there is after a move; `putOff` promises became back-orders. Not done: promised pieces are in the way. */
export type Moved = { done: boolean; onHand: number; reserved: number; putOff: number }

const MOVED = `done, on_hand as "onHand", reserved, put_off as "putOff"`

/**
 * Moves pieces in or out of a place, and keeps the book. A write-off is a fact, and what was promised
 * beyond it becomes back-orders; other moves leave promised pieces where they are.
 */
export async function moveStock(
  { productId, locationId, pieces, cause, reference, actor }: Movement,
  trx?: TransactionClientContract
): Promise<Moved> {
  const [moved] = await sql<Moved>(
    `select ${MOVED} from move_stock($1, $2, $3, $4, $5, $6)`,
    [productId, locationId, pieces, cause, reference, actor],
    trx
  )
  return moved
}

/** What was counted at a place is what is there; promises beyond it become back-orders. */
export async function countStock(
  { productId, locationId, counted, reference, actor }: Place & { counted: number },
  trx?: TransactionClientContract
): Promise<Moved> {
  const [moved] = await sql<Moved>(
    `select ${MOVED} from count_stock($1, $2, $3, $4, $5)`,
    [productId, locationId, counted, reference, actor],
    trx
  )
  return moved
}
