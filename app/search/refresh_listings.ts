import type { ProductsChanged } from '#app/catalogue/products_changed'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { sql } from '#app/platform/database/sql'

/** Keeps lists, facets and cached answers true, in the transaction that changed the products. */
export async function refreshListings({ products, trx }: ProductsChanged) {
  await sql('select refresh_product_listings($1)', [products === 'all' ? null : products], trx)
  await bumpEpochs(['catalogue'], trx)
}
