import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

export type StaffCategory = {
  id: number
  parentId: number | null
  slug: string
  nameFr: string
  nameAr: string | null
  descriptionFr: string | null
  descriptionAr: string | null
  position: number
  depth: number
  /** Of any status, in the category itself. */
  products: number
}

const ORDER = 'staff.categories:slug:asc'

const COLUMNS = `c.id, c.parent_id as "parentId", c.slug, c.name_fr as "nameFr", c.name_ar as "nameAr",
  c.description_fr as "descriptionFr", c.description_ar as "descriptionAr", c.position, c.depth,
  (select count(*)::int from products p where p.category_id = c.id and p.deleted_at is null) as products`

/** A page of categories by address: every one behind the one it stands under. */
export async function staffCategoriesQuery(limit: number, cursor?: string) {
  const place = cursor ? decodeCursor(ORDER, cursor) : { value: '', id: 0 }
  const rows = await sql<StaffCategory>(
    `select ${COLUMNS} from categories c where (c.slug, c.id) > ($1::text, $2::int)
     order by c.slug, c.id limit $3`,
    [place.value, place.id, limit + 1]
  )
  return pageOf(rows, limit, ORDER, ({ slug }) => slug)
}

/** The whole tree as people read it: siblings in their order, children behind their parent. */
export function categoryTreeQuery(): Promise<StaffCategory[]> {
  return sql<StaffCategory>(
    `with recursive tree as (
       select id, array[position, id] as path from categories where parent_id is null
       union all
       select c.id, t.path || array[c.position, c.id] from tree t join categories c on c.parent_id = t.id
     )
     select ${COLUMNS} from tree t join categories c on c.id = t.id order by t.path`
  )
}

export async function staffCategoryQuery(id: number): Promise<StaffCategory | undefined> {
  const [row] = await sql<StaffCategory>(`select ${COLUMNS} from categories c where c.id = $1`, [
    id,
  ])
  return row
}
