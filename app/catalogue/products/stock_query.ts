import { sql } from '#app/platform/database/sql'

/** Pieces of a product at one place. */
type PlaceStock = { place: string; onHand: number; reserved: number }

export function stockQuery(productId: number): Promise<PlaceStock[]> {
  return sql<PlaceStock>(
    `select o.name as place, s.on_hand as "onHand", s.reserved from stock_levels s
     join locations o on o.id = s.location_id where s.product_id = $1 order by o.id`,
    [productId]
  )
}
