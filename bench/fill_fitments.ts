import type { BenchDatabase } from './database.js'

/** Cars drawn for products, until there are so many: the same ones each time, each as likely as any. */
const FILL = `
  with product as (select array_agg(id order by id) as ids from products),
    car as (select array_agg(id order by id) as ids from vehicle_types)
  insert into fitments (product_id, vehicle_type_id)
  select product.ids[1 + (hashint8extended(nth, 1) & 2147483647) % cardinality(product.ids)],
    car.ids[1 + (hashint8extended(nth, 2) & 2147483647) % cardinality(car.ids)]
  from product, car, generate_series(1, $1) nth
  on conflict do nothing`

/** Fills up to at least `wanted` fitments; those that the demo shop made stay as they are. */
export async function fillFitments(database: BenchDatabase, wanted: number) {
  const [{ count }] = await database.rows<{ count: number }>(
    'select count(*)::int as count from fitments'
  )
  // Some are drawn twice.
  if (count < wanted) await database.rows(FILL, [Math.ceil((wanted - count) * 1.01)])
}
