import db from '@adonisjs/lucid/services/db'
import { emitProductsChanged } from '#app/catalogue/products/products_changed'
import { sql } from '#app/platform/database/sql'
import { defineTask } from '#app/platform/schedule/task'

/** What a sold piece and a view are worth in the order "popularity". */
const PER_PIECE = 10
const PER_VIEW = 1

/**
 * Scores every product by what was sold in 90 days and looked at in 30, and
 * brings lists in line when a score changed.
 */
export function refreshPopularity(): Promise<void> {
  return db.transaction(async (trx) => {
    await sql(`set local statement_timeout = '5min'`, [], trx)
    const changed = await sql<{ id: number }>(
      `insert into product_popularity as known (product_id, score)
       select p.id, coalesce(sold.pieces, 0) * $1::int + coalesce(seen.views, 0) * $2::int
       from products p
       left join (
         select product_id, greatest(sum(quantity), 0)::int as pieces from sales_history
         where sold_on > current_date - 90 group by 1
       ) sold on sold.product_id = p.id
       left join (
         select product_id, sum(views)::int as views from product_views
         where day > current_date - 30 group by 1
       ) seen on seen.product_id = p.id
       where p.deleted_at is null
       on conflict (product_id) do update set score = excluded.score
         where known.score <> excluded.score
       returning product_id as id`,
      [PER_PIECE, PER_VIEW],
      trx
    )
    await emitProductsChanged(
      changed.map(({ id }) => id),
      trx
    )
  })
}

defineTask({
  name: 'popularity',
  cron: '40 2 * * *',
  handle: refreshPopularity,
})
