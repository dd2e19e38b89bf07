import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { expectLocation, expectProduct } from '#app/inventory/adjust_stock'
import { recordAct } from '#app/platform/audit/record_act'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'

type LowStockLimit = { productId: number; location: string; lowStockAt: number }

/**
 * From so many pieces on, a product is low at a place; whoever lists it sees it at once. Levels change with every
 * sale and have no triggers, so the log is told of this one here. Throws 404 and 422.
 */
export async function limitLowStock(
  { productId, location, lowStockAt }: LowStockLimit,
  acting: Acting
): Promise<void> {
  await expectProduct(productId)
  const locationId = await expectLocation(location)
  await db.transaction(async (trx) => {
    await actAs(trx, acting)
    const [{ was }] = await sql<{ was: number | null }>(
      'select limit_low_stock($1, $2, $3) as was',
      [productId, locationId, lowStockAt],
      trx
    )
    const label = await skuOf(productId, trx)
    const changes = { low_stock_at: [was, lowStockAt] as [unknown, unknown] }
    await recordAct(trx, {
      ...{ action: 'updated', entity: 'products', entityId: String(productId), label, changes },
    })
  })
}

async function skuOf(productId: number, trx: TransactionClientContract) {
  const named = 'select sku from products where id = $1'
  const [{ sku }] = await sql<{ sku: string }>(named, [productId], trx)
  return sku
}
