import { DateTime } from 'luxon'
import { column } from '@adonisjs/lucid/orm'
import type { BulkKind } from '#app/catalogue/bulk/bulk_change'
import type { Conflict } from '#app/platform/audit/undo/undoable'
import { BulkEditSchema } from '#database/schema'

/** What follows what. Running and undoing are work that a job takes up again after a crash. */
const MOVES = {
  preview: ['running'],
  running: ['done', 'failed', 'cancelled'],
  done: ['undoing'],
  failed: ['undoing'],
  cancelled: ['undoing'],
  undoing: ['undone', 'failed', 'cancelled'],
  undone: [],
} as const satisfies Record<string, readonly string[]>

export type BulkState = keyof typeof MOVES

/** So many products are changed, or put back, while the reader waits; more are work for a job. */
export const AT_ONCE = 500

/** So many days a change can be undone. */
const UNDO_DAYS = 7

/** One change of many products. */
export default class BulkEdit extends BulkEditSchema {
  @column()
  declare state: BulkState

  @column()
  declare change: { kind: BulkKind; value?: string | number; shown?: string }

  @column({ prepare: (value) => JSON.stringify(value) })
  declare conflicts: Conflict[]

  @column()
  declare productIds: number[] | null

  mayBecome(state: BulkState): boolean {
    return (MOVES[this.state] as readonly string[]).includes(state)
  }

  get isWorking(): boolean {
    return this.state === 'running' || this.state === 'undoing'
  }

  /** A mistake is noticed within days; later changes lie over it. */
  get mayBeUndone(): boolean {
    return this.mayBecome('undoing') && this.createdAt.diffNow('days').days > -UNDO_DAYS
  }

  /** Nothing is done to it any more. */
  endAs(state: BulkState): Promise<this> {
    this.state = state
    this.finishedAt = DateTime.now()
    return this.save()
  }

  /** Whose press of a button the present work goes back to: of who ran it, or of who takes it back. */
  get pressedBy(): string {
    return (this.state === 'undoing' ? this.undoneBy : this.runBy) ?? this.actor
  }

  /** What its writes are known by in the log. */
  get cause(): string {
    return `bulk:${this.id}`
  }
}
