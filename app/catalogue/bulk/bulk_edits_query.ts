import { GREATEST_KEY } from '#app/platform/database/greatest_key'
import { withAuthors } from '#app/platform/audit/authors'
import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'
import type BulkEdit from '#app/catalogue/bulk/bulk_edit'

export type BulkEditRow = Pick<
  BulkEdit,
  'id' | 'change' | 'state' | 'total' | 'done' | 'changed'
> & {
  actor: string
  /** The actor by name. */
  author: string
  createdAt: Date
  finishedAt: Date | null
}

const ORDER = 'bulk_edits:id:desc'

/** A page of the changes of many products, newest first; those that were never begun are left out. */
export async function bulkEditsQuery(limit: number, cursor?: string) {
  const before = cursor ? decodeCursor(ORDER, cursor).id : GREATEST_KEY
  const rows = await sql<Omit<BulkEditRow, 'author'>>(
    `select id, change, state, total, done, changed, coalesce(run_by, actor) as actor, created_at as "createdAt", finished_at as "finishedAt"
     from bulk_edits where state <> 'preview' and id < $1 order by id desc limit $2`,
    [before, limit + 1]
  )
  const { page, nextCursor } = pageOf(rows, limit, ORDER)
  return { page: await withAuthors(page), nextCursor }
}
