import type { ProductsChanged } from '#app/catalogue/products/products_changed'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { sql } from '#app/platform/database/sql'
import { postponeWords } from '#app/search/index/words_due'

/** Keeps lists, facets, search and cached answers true, in the transaction that changed the products. */
export async function refreshListings({ products, trx, words }: ProductsChanged) {
  const ids = products === 'all' ? null : products
  await sql('select refresh_product_listings($1)', [ids], trx)
  await sql('select refresh_kit_availability($1)', [ids], trx)
  if (ids && words === 'later') await postponeWords(ids, trx)
  else await sql('select refresh_search_documents($1)', [ids], trx)
  await bumpEpochs(['catalogue'], trx)
}
