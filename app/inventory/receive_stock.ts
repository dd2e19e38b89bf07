import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

type Pieces = { productId: number; pieces: number }
type Arrival = { locationId: number; reference: string; actor: string }

/**
 * Takes pieces of many products in at a place, under one document: whoever waits for them gets them first. Their
 * levels are locked in the order of all moves, until `trx` ends: do it last.
 */
export async function receiveStock(
  came: Pieces[],
  { locationId, reference, actor }: Arrival,
  trx: TransactionClientContract
): Promise<void> {
  const pieces = came.map((one) => ({ product: one.productId, pieces: one.pieces }))
  await sql(
    `select m.done
     from (select product, pieces from jsonb_to_recordset($1) as (product int, pieces int)
           where pieces > 0 order by product) g,
       move_stock(g.product, $2, g.pieces, 'receipt', $3, $4) m`,
    [JSON.stringify(pieces), locationId, reference, actor],
    trx
  )
}
