import type { AttributeKind, Choice } from '#app/catalogue/attributes/attribute'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

export type StaffAttribute = {
  id: number
  code: string
  kind: AttributeKind
  unit: string | null
  nameFr: string
  nameAr: string | null
  nameEn: string | null
  isFacet: boolean
  choices: Choice[]
  /** Slugs of the categories whose sheets ask for it. */
  categories: string[]
  /** That say something by it, whatever their status. */
  products: number
}

const ORDER = 'staff.attributes:name:asc'

const COLUMNS = `a.id, a.code, a.kind, a.unit, a.name_fr as "nameFr", a.name_ar as "nameAr", a.name_en as "nameEn",
  a.is_facet as "isFacet", a.choices,
  array(select c.slug from category_attributes ca join categories c on c.id = ca.category_id
    where ca.attribute_id = a.id order by c.slug) as categories,
  (select count(*)::int from product_attributes v where v.attribute_id = a.id) as products`

/** A page of attributes by name, of those whose name or code holds `q`. */
export async function staffAttributesQuery(
  limit: number,
  { q = '', cursor }: { q?: string; cursor?: string }
) {
  const place = cursor ? decodeCursor(ORDER, cursor) : { value: '', id: 0 }
  const rows = await sql<StaffAttribute>(
    `select ${COLUMNS} from attributes a
     where (a.name_fr, a.id) > ($1::text, $2::int)
       and fold_words(concat_ws(' ', a.code, a.name_fr, a.name_ar, a.name_en)) like '%' || fold_words($3) || '%'
     order by a.name_fr, a.id limit $4`,
    [place.value, place.id, q, limit + 1]
  )
  return pageOf(rows, limit, ORDER, ({ nameFr }) => nameFr)
}

/** Throws 404. */
export async function staffAttributeQuery(id: number): Promise<StaffAttribute> {
  const [row] = await sql<StaffAttribute>(`select ${COLUMNS} from attributes a where a.id = $1`, [
    id,
  ])
  if (!row) throw notFound('attribute')
  return row
}
