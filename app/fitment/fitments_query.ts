import { sql } from '#app/platform/database/sql'
import { decodeCursor, encodeCursor } from '#app/platform/lists/cursor'

export type FitmentRow = {
  typeId: number
  position: string
  conditionFr: string
  conditionAr: string | null
}

const ORDER = 'fitments:type:asc'

/** A page of the vehicles that a published product fits; undefined when there is no such product. */
export async function fitmentsQuery(slug: string, limit: number, cursor?: string) {
  const after = cursor ? decodeCursor(ORDER, cursor, 'number').id : 0
  const [product] = await sql<{ id: number }>(
    `select p.id from products p join product_listings l on l.product_id = p.id where p.slug = $1`,
    [slug]
  )
  if (!product) return undefined
  const rows = await sql<FitmentRow & { place: number }>(
    `select f.vehicle_type_id as "typeId", f.position, c.text_fr as "conditionFr",
       c.text_ar as "conditionAr", dense_rank() over (order by f.vehicle_type_id) as place
     from fitments f join fit_conditions c on c.id = f.condition_id
     where f.product_id = $1 and f.vehicle_type_id in (
       select distinct vehicle_type_id from fitments
       where product_id = $1 and vehicle_type_id > $2 order by 1 limit $3
     ) order by f.vehicle_type_id, f.position, c.id`,
    [product.id, after, limit + 1]
  )
  const page = rows.filter(({ place }) => Number(place) <= limit)
  const last = page.at(-1)
  const nextCursor =
    last && page.length < rows.length
      ? encodeCursor(ORDER, { value: last.typeId, id: last.typeId })
      : null
  return { page, nextCursor }
}
