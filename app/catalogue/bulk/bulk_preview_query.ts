import { type BulkKind, KINDS } from '#app/catalogue/bulk/bulk_change'
import { sql } from '#app/platform/database/sql'

type PreviewRow = {
  id: number
  sku: string
  nameFr: string
  nameAr: string | null
  before: string | number | null
  /** Null: left as it is. */
  after: string | number | null
}

/** What the change would make of these products. Nothing is written. */
export function bulkPreviewQuery(
  kind: BulkKind,
  value: string | number,
  ids: number[]
): Promise<PreviewRow[]> {
  const { column, after, eligible } = KINDS[kind]
  const shown = kind === 'category' ? '(select c.name_fr from categories c where c.id = ' : '('
  return sql<PreviewRow>(
    `select p.id, p.sku, p.name_fr as "nameFr", p.name_ar as "nameAr",
       ${shown}p.${column}) as before,
       case when ${eligible} and p.${column} is distinct from ${after} then ${shown}${after}) end as after
     from products p where p.id = any ($1::int[]) order by p.id`,
    [ids, value]
  )
}
