import type { ImportCounts, ImportOptions } from '#app/imports/runs/import_run'
import type { ImportRunState } from '#app/imports/runs/import_run_state'
import type { Preview } from '#app/imports/import_target'
import type { RejectedRow } from '#app/imports/files/rejections'
import type { Change } from '#app/imports/runs/sample_changes'
import type { Layout } from '#app/imports/files/understand_file'
import { withAuthors } from '#app/platform/audit/authors'
import type { Conflict } from '#app/platform/audit/undo/undoable'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

/** A run as lists show it. */
export type ImportItem = {
  id: number
  entity: string
  state: ImportRunState
  fileName: string
  fileBytes: number | null
  upload: string | null
  supplier: string | null
  counts: ImportCounts
  rowsRead: number
  rowsStaged: number
  rowsApplied: number
  error: string | null
  actor: string
  /** The actor by name. */
  author: string
  createdAt: Date
  updatedAt: Date
  finishedAt: Date | null
}

/** A run with all that is known of it. */
export type ImportDetail = ImportItem & {
  options: ImportOptions
  layout: Layout | null
  preview: FoundPreview | null
  undone: { undone: number; conflicts: Conflict[] } | null
}

/** What a dry run found; a run that was never tried out has only what the import itself tells. */
export type FoundPreview = {
  counts?: ImportCounts
  prices?: Preview
  changes?: Change[]
  rejected: RejectedRow[]
  notes: string[]
}

const ORDER = 'imports:id:desc'

const ITEM = `r.id, r.entity, r.state, r.file_name as "fileName", r.file_bytes as "fileBytes", r.upload,
  r.options ->> 'supplier' as supplier,
  case when r.state in ('checking', 'checked') then coalesce(r.preview -> 'counts', r.counts) else r.counts end as counts,
  r.rows_read as "rowsRead", r.rows_staged as "rowsStaged", r.rows_applied as "rowsApplied", r.error, r.actor,
  r.created_at as "createdAt", r.updated_at as "updatedAt", r.finished_at as "finishedAt"`

/** A page of imports of any kind and origin, newest first; `hidden` entities left out. */
export async function importListQuery(
  limit: number,
  states?: ImportRunState[],
  cursor?: string,
  hidden: string[] = []
) {
  const before = cursor ? decodeCursor(ORDER, cursor).id : null
  const rows = await sql<Omit<ImportItem, 'author'>>(
    `select ${ITEM} from import_runs r
     where ($1::text[] is null or r.state = any($1)) and ($2::bigint is null or r.id < $2)
       and r.entity <> all ($4::text[])
     order by r.id desc limit $3`,
    [states ?? null, before, limit + 1, hidden]
  )
  const { page, nextCursor } = pageOf(rows, limit, ORDER)
  return { page: await withAuthors(page), meta: { limit, nextCursor } }
}

/** One import. Throws a 404 when there is none. */
export async function importQuery(id: number): Promise<ImportDetail> {
  const found = await sql<Omit<ImportDetail, 'author'>>(
    `select ${ITEM}, r.options, r.layout, r.preview, r.undone from import_runs r where r.id = $1`,
    [id]
  )
  const [run] = await withAuthors(found)
  if (!run) throw notFound('import')
  return run
}
