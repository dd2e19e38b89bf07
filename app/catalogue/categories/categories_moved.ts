import { BaseEvent } from '@adonisjs/core/events'
import emitter from '@adonisjs/core/services/emitter'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** A category that has another address now. */
export type Move = { from: string; to: string }

/** Categories have other addresses, in a transaction that has not committed yet; listeners are awaited. */
export class CategoriesMoved extends BaseEvent {
  constructor(
    readonly moves: Move[],
    readonly trx: TransactionClientContract
  ) {
    super()
  }
}

export async function emitCategoriesMoved(moves: Move[], trx: TransactionClientContract) {
  if (moves.length > 0) await emitter.emit(CategoriesMoved, new CategoriesMoved(moves, trx))
}
