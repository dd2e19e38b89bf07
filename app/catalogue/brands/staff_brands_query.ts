import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

export type StaffBrand = {
  id: number
  slug: string
  name: string
  website: string | null
  descriptionFr: string | null
  descriptionAr: string | null
  /** Of any status. */
  products: number
}

const ORDER = 'staff.brands:name:asc'

const COLUMNS = `b.id, b.slug, b.name, b.website, b.description_fr as "descriptionFr",
  b.description_ar as "descriptionAr",
  (select count(*)::int from products p where p.brand_id = b.id and p.deleted_at is null) as products`

/** A page of brands by name, of those whose name holds `q`. */
export async function staffBrandsQuery(
  limit: number,
  { q = '', cursor }: { q?: string; cursor?: string }
) {
  const place = cursor ? decodeCursor(ORDER, cursor) : { value: '', id: 0 }
  const rows = await sql<StaffBrand>(
    `select ${COLUMNS} from brands b
     where (b.name, b.id) > ($1::text, $2::int) and fold_words(b.name) like '%' || fold_words($3) || '%'
     order by b.name, b.id limit $4`,
    [place.value, place.id, q, limit + 1]
  )
  return pageOf(rows, limit, ORDER, ({ name }) => name)
}

export async function staffBrandQuery(id: number): Promise<StaffBrand | undefined> {
  const [row] = await sql<StaffBrand>(`select ${COLUMNS} from brands b where b.id = $1`, [id])
  return row
}
