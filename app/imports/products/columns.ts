import type { ColumnRule } from '#app/platform/tabular/mapping'

/**
 * Our columns, in the order of an export. Prices are in dinars, tax included.
 * `oe_numbers` and its like are `owner:number|owner:number`.
 */
export const CANONICAL = [
  'sku',
  'name',
  'name_ar',
  'brand',
  'mpn',
  'category_path',
  'price',
  'compare_at_price',
  'cost',
  'stock',
  'tax_rate',
  'oe_numbers',
  'cross_references',
  'trade_numbers',
  'supplier_numbers',
  'superseded_numbers',
  'gtin',
  'description',
  'description_ar',
  'image_url',
  'weight_g',
  'status',
  'quality',
  'warranty_months',
  'core_charge',
  'orderable',
  'min_quantity',
  'pack_size',
  'attributes',
] as const

/**
 * Columns that are understood besides ours, in every file, under these names
 * only: mostly so that a mapping can name them.
 */
const UNDERSTOOD = [
  'price_millimes',
  'price_cents',
  'price_ht',
  'regular_price',
  'sale_price',
  'weight_kg',
  'external_id',
  'handle',
  'parent_sku',
] as const

/** Attributes: `attr_width`, `attr_n_width` (n number, t text, b boolean), `Attribut Largeur`. */
const ATTRIBUTE =
  /^(?:attr_|attribute[: ]\s*|attribut[: ]\s*|feature:|custom_field\.(?:\w+\.)?)(\S.*)$/i

/** What every reading of products understands. */
export const OUR_RULES: ColumnRule[] = [
  ...CANONICAL.map((column) => ({ column })),
  ...UNDERSTOOD.map((column) => ({ column })),
  { column: 'attribute', pattern: ATTRIBUTE },
]
