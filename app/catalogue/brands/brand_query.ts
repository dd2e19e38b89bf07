import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

export type BrandRow = {
  id: number
  slug: string
  name: string
  logoPath: string | null
  website: string | null
  descriptionFr: string | null
  descriptionAr: string | null
  productCount: number
}

const ORDER = 'brands:name:asc'

const COLUMNS = `b.id, b.slug, b.name, b.logo_path as "logoPath", b.website,
  b.description_fr as "descriptionFr", b.description_ar as "descriptionAr",
  (select count(*)::int from products p
   where p.brand_id = b.id and p.status = 'active' and p.deleted_at is null) as "productCount"`

/** A page of brands by name, each with the number of its published products. */
export async function brandListQuery(limit: number, cursor?: string) {
  const place = cursor ? decodeCursor(ORDER, cursor) : { value: '', id: 0 }
  const rows = await sql<BrandRow>(
    `select ${COLUMNS} from brands b where (b.name, b.id) > ($1::text, $2::int)
     order by b.name, b.id limit $3`,
    [place.value, place.id, limit + 1]
  )
  const { page, nextCursor } = pageOf(rows, limit, ORDER, ({ name }) => name)
  return { rows: page, nextCursor }
}

/** The brand at this address, or undefined. */
export async function brandQuery(slug: string): Promise<BrandRow | undefined> {
  const [row] = await sql<BrandRow>(`select ${COLUMNS} from brands b where b.slug = $1`, [slug])
  return row
}
