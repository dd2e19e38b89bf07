import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { emitProductsChanged } from '#app/catalogue/products/products_changed'
import { sql } from '#app/platform/database/sql'
import { enqueue } from '#app/platform/jobs/enqueue'
import { defineJob } from '#app/platform/jobs/job'

/** So many products follow while somebody waits; more are work for a job, so many at a time. */
const BATCH = 500

/** An attribute became a facet of the shop: the listings of products that have it carry its values from now on. */
export async function refreshFacet(attributeId: number, trx: TransactionClientContract) {
  const ids = await productsWith(attributeId, 0, trx)
  if (ids.length <= BATCH) await emitProductsChanged(ids, trx)
  else await enqueue(refreshFacetJob, { attributeId }, { trx })
}

const refreshFacetJob = defineJob<{ attributeId: number }>({
  name: 'catalogue.facet',
  options: { timeoutSeconds: 900 },
  handle: ({ data }) => refreshAllListings(data.attributeId),
})

/** Batch by batch, each of which commits; may run again after a crash. */
export async function refreshAllListings(attributeId: number): Promise<void> {
  let last = 0
  while ((last = await db.transaction((trx) => refreshBatch(attributeId, last, trx))));
}

/** Resolves with the last product of the batch; 0 when none were left. */
async function refreshBatch(attributeId: number, after: number, trx: TransactionClientContract) {
  const ids = await productsWith(attributeId, after, trx)
  const batch = ids.slice(0, BATCH)
  await emitProductsChanged(batch, trx)
  return batch.at(-1) ?? 0
}

/** One more than a batch, so that the caller knows whether there are more. */
async function productsWith(attributeId: number, after: number, trx: TransactionClientContract) {
  const rows = await sql<{ id: number }>(
    `select product_id as id from product_attributes where attribute_id = $1 and product_id > $2
     order by product_id limit ${BATCH + 1}`,
    [attributeId, after],
    trx
  )
  return rows.map(({ id }) => id)
}
