import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'
import type BulkEdit from '#app/catalogue/bulk_edit'

export type BulkEditRow = Pick<
  BulkEdit,
  'id' | 'change' | 'state' | 'total' | 'done' | 'changed'
> & {
  author: string
  createdAt: Date
  finishedAt: Date | null
}

const ORDER = 'bulk_edits:id:desc'

/** A page of the changes of many products, newest first; those that were never begun are left out. */
export async function bulkEditsQuery(limit: number, cursor?: string) {
  const before = cursor ? decodeCursor(ORDER, cursor, 'number').id : 2_147_483_647
  const rows = await sql<BulkEditRow>(
    `select b.id, b.change, b.state, b.total, b.done, b.changed, b.created_at as "createdAt", b.finished_at as "finishedAt",
       coalesce(m.full_name, b.actor) as author
     from bulk_edits b left join staff_members m on b.actor = 'staff:' || m.id
     where b.state <> 'preview' and b.id < $1 order by b.id desc limit $2`,
    [before, limit + 1]
  )
  return pageOf(rows, limit, ORDER)
}
