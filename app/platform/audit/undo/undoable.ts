import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** A value that somebody else has changed since, so that it was left as it is. */
export interface Conflict {
  entity: string
  id: number
  /** How people call the record: its SKU, its name. */
  label: string
  /** `price`, `attributes.largeur`; `*` when the whole record stays. */
  field: string
  now: unknown
  wanted: unknown
}

/** What is being undone, in the transaction of one batch. */
export interface Undoing {
  trx: TransactionClientContract
  /** Such as `import:12`. */
  cause: string
  entity: Undoable
}

type Hook = (ids: number[], trx: TransactionClientContract) => Promise<void>

/** A table whose records can be taken back, as its feature describes it. Its ids are integers. */
export interface Undoable {
  table: string
  /** The column that names a record for people. */
  label: string
  /** Records of one transaction, when the usual number is not the best. */
  batch?: number
  /** Tables whose rows are a part of a record and go with it. Whatever else refers to it uses it. */
  parts?: string[]
  /** Of tables that refer to a record: which of their rows `r` are no use of it. `$1` is the cause. */
  noUse?: Record<string, string>
  /** Columns that every write moves, such as `version = t.version + 1`. */
  touch?: string
  /** Sets back what is no column, as writers have left it in the log. Returns what others changed since. */
  restoreMore?(undoing: Undoing, ids: number[]): Promise<Conflict[]>
  /** Columns of these records were set back. */
  restored?: Hook
  /** These records, which the cause created, are about to go for good. */
  removing?: Hook
  /** What is cached of them. */
  tags: string[]
}
