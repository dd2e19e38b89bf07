import { column } from '@adonisjs/lucid/orm'
import type { BulkKind } from '#app/catalogue/bulk/bulk_change'
import type { Conflict } from '#app/platform/audit/undo/undoable'
import { BulkEditSchema } from '#database/schema'

/** What follows what. Running and undoing are work that a job takes up again after a crash. */
const MOVES = {
  preview: ['running'],
  running: ['done', 'failed'],
  done: ['undoing'],
  failed: ['running', 'undoing'],
  undoing: ['undone', 'failed'],
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

  /** What its writes are known by in the log. */
  get cause(): string {
    return `bulk:${this.id}`
  }
}
