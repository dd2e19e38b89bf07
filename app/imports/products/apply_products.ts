import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ApplyContext, BatchOutcome } from '#app/imports/import_target'
import { emitProductsChanged } from '#app/catalogue/products/products_changed'
import { linkSuccessors } from '#app/imports/link_successors'
import { applyAttributes } from '#app/imports/products/apply_attributes'
import { applyImages } from '#app/imports/products/apply_images'
import { applyNumbers } from '#app/imports/products/apply_numbers'
import { applyStock } from '#app/imports/products/apply_stock'
import { prepareParts, recordParts } from '#app/imports/record_parts'
import { placeProducts } from '#app/imports/products/place_products'
import { UPSERT_PRODUCTS } from '#app/imports/products/upsert_products'
import { sql } from '#app/platform/database/sql'

/** What joins look at. Samples of names would be sorted as French does, and cost most of it. */
const STATISTICS = [
  'products (id, sku, slug, brand_id, category_id, mpn, status, deleted_at)',
  'part_numbers (product_id, kind, owner_norm, number_norm)',
  'stock_levels (product_id, location_id)',
  'product_images (product_id)',
  'product_attributes (product_id, attribute_id)',
  'product_listings (product_id, brand_id, category_id, price)',
  'product_details (product_id)',
  'price_changes (product_id)',
]

/**
 * Writes the rows of `batch` as products with everything that belongs to them.
 * An empty cell changes nothing: columns that a file lacks keep their values.
 * Every step notes whom it touched in `changed`.
 */
export async function applyProducts({ runId, trx, analyse }: ApplyContext): Promise<BatchOutcome> {
  await sql(
    'create temporary table changed (product_id integer, created boolean) on commit drop',
    [],
    trx
  )
  await prepareParts(trx)
  await findProducts(trx)
  await placeProducts(trx)

  await sql(UPSERT_PRODUCTS, [], trx)
  await sql(
    `update batch b set product_id = p.id from products p where p.sku = b.sku and b.product_id is null and b.reason is null`,
    [],
    trx
  )
  await applyNumbers(trx, `import:${runId}`)
  const replaced = await linkSuccessors(trx)
  await applyStock(trx, `import:${runId}`)
  await applyImages(trx)
  await applyAttributes(trx)
  await recordParts(trx)
  return tellChanges(trx, replaced, analyse)
}

/** Finds the products that the rows mean, and rejects rows that cannot become one. */
async function findProducts(trx: TransactionClientContract) {
  await sql(
    `alter table batch add product_id integer, add brand_id integer, add category_id integer,
       add old_mpn text, add old_gtin text, add old_brand_id integer`,
    [],
    trx
  )
  await sql(
    `update batch b set product_id = p.id, old_mpn = p.mpn, old_gtin = p.gtin, old_brand_id = p.brand_id,
       reason = case when p.deleted_at is not null then 'sku: «' || b.sku || '» was deleted: restore it first' end
     from products p where p.sku = b.sku and b.reason is null`,
    [],
    trx
  )
  await sql(
    `update batch set reason = 'name: a new product needs one' where product_id is null and name is null and reason is null`,
    [],
    trx
  )
}

async function tellChanges(
  trx: TransactionClientContract,
  replaced: number[],
  analyse: boolean
): Promise<BatchOutcome> {
  const changes = await sql<{ id: number; created: boolean }>(
    'select product_id as id, bool_or(created) as created from changed group by 1',
    [],
    trx
  )
  if (analyse && changes.length) await trx.rawQuery(`analyze ${STATISTICS.join(', ')}`)
  await emitProductsChanged(
    [...new Set([...changes.map(({ id }) => id), ...replaced])],
    trx,
    'later'
  )
  const created = changes.filter((change) => change.created).length
  return { created, updated: changes.length - created }
}
