import { sql } from '#app/platform/database/sql'
import { decodeCursor, encodeCursor } from '#app/platform/lists/cursor'

export type FitmentRow = {
  typeId: number
  position: string
  conditionFr: string
  conditionAr: string | null
  /** Said of the vehicle outright, by no rule. */
  isDirect: boolean
}

const ORDER = 'fitments:type:asc'

/** A page of the vehicles that a published product fits; undefined when there is no such product. */
export async function fitmentsQuery(slug: string, limit: number, cursor?: string) {
  const [product] = await sql<{ id: number }>(
    `select p.id from products p join product_listings l on l.product_id = p.id where p.slug = $1`,
    [slug]
  )
  return product && productFitmentsQuery(product.id, limit, cursor)
}

/** A page of the vehicles that a product fits, every position and condition of each. */
export async function productFitmentsQuery(productId: number, limit: number, cursor?: string) {
  const after = cursor ? decodeCursor(ORDER, cursor, 'number').id : 0
  const rows = await sql<FitmentRow & { place: number }>(
    fitmentsOf({ product: '$1', after: '$2', vehicles: '$3' }),
    [productId, after, limit + 1]
  )
  const page = rows.filter(({ place }) => Number(place) <= limit)
  const last = page.at(-1)
  const nextCursor =
    last && page.length < rows.length
      ? encodeCursor(ORDER, { value: last.typeId, id: last.typeId })
      : null
  return { page, nextCursor }
}

/** A select of `FitmentRow`s and the `place` of their vehicle, from expressions for the product, the vehicle before and how many. */
export const fitmentsOf = (from: { product: string; after: string; vehicles: string }) => `
  select f.vehicle_type_id as "typeId", f.position, c.text_fr as "conditionFr",
    c.text_ar as "conditionAr", f.rule_id is null as "isDirect",
    dense_rank() over (order by f.vehicle_type_id) as place
  from fitments f join fit_conditions c on c.id = f.condition_id
  where f.product_id = ${from.product} and f.vehicle_type_id in (
    select distinct vehicle_type_id from fitments
    where product_id = ${from.product} and vehicle_type_id > ${from.after} order by 1 limit ${from.vehicles}
  ) order by f.vehicle_type_id, f.position, c.id`

/** How many vehicles a product fits. */
export async function countVehicles(productId: number): Promise<number> {
  const [{ vehicles }] = await sql<{ vehicles: number }>(
    'select count(distinct vehicle_type_id)::int as vehicles from fitments where product_id = $1',
    [productId]
  )
  return vehicles
}
