import { UNDOABLE_CATALOGUE } from '#app/catalogue/undoable_catalogue'
import type { Fields } from '#app/imports/files/fields'
import type { ImportTarget, StagingContext } from '#app/imports/import_target'
import { applyProducts } from '#app/imports/products/apply_products'
import { OUR_RULES } from '#app/imports/products/columns'
import { dialectOf } from '#app/imports/products/dialects/known_dialects'
import { expectOwnList } from '#app/imports/files/expect_own_list'
import { previewPrices } from '#app/imports/products/preview_prices'
import { settleProducts } from '#app/imports/products/settle_products'
import { stageProduct } from '#app/imports/products/stage_product'
import type { Row } from '#app/platform/tabular/row'
import { keepWordsFresh } from '#app/search/index/keep_words_fresh'
import { readWordsDue } from '#app/search/index/words_due'
import { notAList } from '#app/imports/files/not_a_list'

/** Without one of these a row cannot be told from others. */
const IDENTITY = ['sku', 'mpn', 'handle', 'parent_sku', 'name']
/** Names alone are not a catalogue. */
const SUBSTANCE = [
  'price',
  'price_ht',
  'price_cents',
  'price_millimes',
  'price_in',
  'regular_price',
  'sku',
  'mpn',
  'stock',
  'cost',
]

const productsTarget: ImportTarget = {
  entity: 'products',
  undoable: UNDOABLE_CATALOGUE,

  columns: {
    role: 'text',
    sku: 'text',
    sku_base: 'text',
    by_mpn: 'boolean',
    group_key: 'text',
    variant: 'text',
    shares_name: 'boolean',
    locale: 'text',
    currency: 'text',
    slug: 'text',
    name: 'text',
    name_ar: 'text',
    description: 'text',
    description_ar: 'text',
    brand: 'text',
    brand_slug: 'text',
    mpn: 'text',
    mpn_norm: 'text',
    category_path: 'jsonb',
    price: 'bigint',
    compare_at_price: 'bigint',
    cost: 'bigint',
    core_charge: 'bigint',
    tax_rate: 'smallint',
    stock: 'integer',
    gtin: 'text',
    numbers: 'jsonb',
    images: 'jsonb',
    attributes: 'jsonb',
    weight_g: 'integer',
    status: 'text',
    quality: 'text',
    warranty_months: 'smallint',
    orderable: 'boolean',
    min_quantity: 'smallint',
    pack_size: 'smallint',
  },

  read(headers, mapped) {
    if (!mapped) expectOwnList(headers, 'products')
    const dialect = dialectOf(headers)
    return {
      name: dialect.name,
      rules: [...dialect.rules, ...OUR_RULES],
      numbers: [
        'price',
        'price_ht',
        'regular_price',
        'sale_price',
        'compare_at_price',
        'cost',
        'price_in',
      ],
      stage: (fields: Fields, context: StagingContext, row: Row) =>
        stageProduct(fields, dialect, context, row),
    }
  },

  expectColumns(columns, headers) {
    const has = (wanted: string[]) => wanted.some((column) => columns.has(column))
    if (has(IDENTITY) && has(SUBSTANCE) && columns.size > 1) return
    const needs = 'at least a SKU or part number and one more column; other names go into --mapping'
    throw notAList('products', headers, needs)
  },

  settle: settleProducts,
  preview: previewPrices,
  apply: applyProducts,
  follow: readWordsDue,
  finish: keepWordsFresh,
}

export default productsTarget
