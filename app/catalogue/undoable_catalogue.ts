import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { emitBrandsRenamed } from '#app/catalogue/brands/brands_renamed'
import { emitCategoriesRenamed } from '#app/catalogue/categories/categories_renamed'
import { emitProductsChanged } from '#app/catalogue/products/products_changed'
import { restoreParts } from '#app/catalogue/bulk/undo_parts'
import type { Undoable } from '#app/platform/audit/undo/undoable'
import { sql } from '#app/platform/database/sql'

const tags = ['catalogue']

const attributes: Undoable = { table: 'attributes', label: 'code', parts: ['facet_values'], tags }

const categories: Undoable = {
  table: 'categories',
  label: 'name_fr',
  parts: ['category_slugs'],
  touch: 'updated_at = now()',
  restored: emitCategoriesRenamed,
  tags,
}

const brands: Undoable = {
  table: 'brands',
  label: 'name',
  touch: 'updated_at = now()',
  restored: emitBrandsRenamed,
  tags,
}

export const UNDOABLE_PRODUCTS: Undoable = {
  table: 'products',
  label: 'sku',
  parts: [
    'part_numbers',
    'price_changes',
    'product_attributes',
    'product_details',
    'product_images',
    'product_listings',
    'product_popularity',
    'product_views',
    'search_documents',
    'stock_levels',
  ],
  // What the cause itself has put on the shelf is no use by others.
  noUse: { stock_movements: 'r.reference = $1' },
  touch: 'version = t.version + 1, updated_at = now()',
  restoreMore: restoreParts,
  restored: emitProductsChanged,
  removing: hide,
  tags,
}

/** Products first: they free the attributes, categories and brands that came with them. */
export const UNDOABLE_CATALOGUE: Undoable[] = [UNDOABLE_PRODUCTS, attributes, categories, brands]

/** Lists and search forget a product that is hidden; of one that is gone they would know nothing. */
async function hide(ids: number[], trx: TransactionClientContract) {
  await sql('update products set deleted_at = now() where id = any($1::int[])', [ids], trx)
  await emitProductsChanged(ids, trx)
}
