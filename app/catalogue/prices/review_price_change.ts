import db from '@adonisjs/lucid/services/db'
import { recordProductChange } from '#app/catalogue/products/record_product_change'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'

/** Somebody has looked at a change of a price: it is an alarm no longer. Twice is once. Throws 404. */
export function reviewPriceChange(id: number, acting: Acting): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const [change] = await sql<{ id: number; sku: string; price: number }>(
      `select p.id, p.sku, c.new_price as price from price_changes c
       join products p on p.id = c.product_id where c.id = $1`,
      [id],
      trx
    )
    if (!change) throw notFound('price change')
    const reviewed = await sql(
      `insert into price_reviews (price_change_id, actor) values ($1, $2) on conflict do nothing returning actor`,
      [id, acting.actor],
      trx
    )
    if (reviewed.length === 0) return
    await recordProductChange(change, { reviewed_price: [null, change.price] }, trx)
  })
}
