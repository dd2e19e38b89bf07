import { sql } from '#app/platform/database/sql'
import { decodeCursor, encodeCursor } from '#app/platform/lists/cursor'

export type FitmentRow = {
  typeId: number
  position: string
  /** How many of it the vehicle takes there; null when nobody said. */
  quantity: number | null
  conditionFr: string
  conditionAr: string | null
  /** Said of the vehicle outright, by no rule. */
  isDirect: boolean
}

/** The columns of a `FitmentRow` from `fitments_of()`. */
export const FITMENT_COLUMNS = `vehicle_type_id as "typeId", position, quantity, text_fr as "conditionFr",
  text_ar as "conditionAr", is_direct as "isDirect"`

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
  const after = cursor ? decodeCursor(ORDER, cursor).id : 0
  const rows = await sql<FitmentRow & { place: number }>(
    `select ${FITMENT_COLUMNS}, place from fitments_of($1, $2, $3)`,
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

/** How many vehicles a product fits. */
export async function countVehicles(productId: number): Promise<number> {
  const [{ vehicles }] = await sql<{ vehicles: number }>(
    'select count(distinct vehicle_type_id)::int as vehicles from fitments where product_id = $1',
    [productId]
  )
  return vehicles
}
