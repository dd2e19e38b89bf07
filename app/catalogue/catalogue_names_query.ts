import { sql } from '#app/platform/database/sql'
import type { Names } from '#app/platform/shell/shell'

type Named = { id: string; name: string }

const named = async (query: string, values: unknown[]) => {
  const rows = await sql<Named>(query, values)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export const nameBrands: Names = (ids) =>
  named('select id::text, name from brands where id::text = any($1)', [ids])

export const nameCategories: Names = (ids, locale) =>
  named(
    `select id::text, case when $2 = 'ar' then coalesce(name_ar, name_fr) else name_fr end as name
     from categories where id::text = any($1)`,
    [ids, locale]
  )

/** Products by SKU. */
export const nameProducts: Names = (ids) =>
  named('select id::text, sku as name from products where id = any($1::int[])', [ids])
