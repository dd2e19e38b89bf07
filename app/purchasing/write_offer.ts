import db from '@adonisjs/lucid/services/db'
import { expectProduct } from '#app/inventory/adjust_stock'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import type { OfferInput } from '#app/purchasing/supplier_validators'
import { supplierQuery } from '#app/purchasing/suppliers_query'

type Place = { supplierId: number; productId: number }

/** Keeps what a supplier asks for a product, in place of what it asked before. Throws 404. */
export async function writeOffer(
  { supplierId, productId }: Place,
  { reference = null, cost, pack = 1, minimum = 1, leadDays = null }: OfferInput,
  acting: Acting
): Promise<void> {
  await supplierQuery(supplierId)
  await expectProduct(productId)
  await db.transaction(async (trx) => {
    await actAs(trx, acting)
    await sql(
      `insert into supplier_offers (supplier_id, product_id, reference, cost, pack, minimum, lead_days)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (supplier_id, product_id) do update set reference = excluded.reference, cost = excluded.cost,
         pack = excluded.pack, minimum = excluded.minimum, lead_days = excluded.lead_days, updated_at = now()`,
      [supplierId, productId, reference, cost, pack, minimum, leadDays],
      trx
    )
  })
}

/** Throws 404 when there is none. */
export async function deleteOffer({ supplierId, productId }: Place, acting: Acting): Promise<void> {
  await db.transaction(async (trx) => {
    await actAs(trx, acting)
    const gone = await sql(
      'delete from supplier_offers where supplier_id = $1 and product_id = $2 returning id',
      [supplierId, productId],
      trx
    )
    if (gone.length === 0) throw notFound('offer')
  })
}
