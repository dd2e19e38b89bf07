import type BulkEdit from '#app/catalogue/bulk/bulk_edit'
import type { BulkEditRow } from '#app/catalogue/bulk/bulk_edits_query'

type Told = Pick<BulkEditRow, 'id' | 'change' | 'state' | 'total' | 'done' | 'changed'>

/** A change of many products and how far it is; `value` as it was typed, null before it has begun. */
const told = ({ id, change, state, total, done, changed }: Told) => ({
  ...{ id, kind: change.kind, value: change.shown ?? null, state, total, done, changed },
})

export const bulkEditItem = ({ author, createdAt, finishedAt, ...edit }: BulkEditRow) => ({
  ...told(edit),
  author,
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
})

/** With what an undo left as it is, because others have changed it since. */
export const bulkEditDetail = (edit: BulkEdit) => ({
  ...told(edit),
  author: edit.runBy ?? edit.actor,
  createdAt: edit.createdAt.toUTC().toISO(),
  finishedAt: edit.finishedAt?.toUTC().toISO() ?? null,
  mayBeUndone: edit.mayBeUndone,
  conflicts: edit.conflicts,
})
