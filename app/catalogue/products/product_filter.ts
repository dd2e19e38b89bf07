import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { skuInput } from '#app/catalogue/products/sku_input'
import { QUALITIES, STATUSES } from '#app/catalogue/products/product'
import type { Taxonomy } from '#app/catalogue/taxonomy'
import { dinarInput } from '#app/money/dinar_input'
import type { Condition } from '#app/platform/database/conditions'
import { filtersOf } from '#app/platform/lists/filters_of'
import type { Ability } from '#app/staff/abilities'
import { choiceList, commaList, text } from '#app/platform/http/input'

/** Lists that staff work through, with what they hold. `p` is a product, `l` its listing when published. */
export const VIEWS = {
  'all': 'true',
  'active': `p.status = 'active'`,
  'draft': `p.status = 'draft'`,
  'archived': `p.status = 'archived'`,
  'out-of-stock': 'l.availability <= 1',
  'low-stock': 'l.availability = 2',
  // A price has its tax in it, a cost has none.
  'below-cost': `p.status = 'active' and p.price * 100 < p.cost * (100 + p.tax_rate)`,
  'without-image': 'l.product_id is not null and l.image_path is null',
  'without-arabic': 'l.product_id is not null and l.name_ar is null',
} as const

export type View = keyof typeof VIEWS

/** Views that tell what not everybody who sees products may know. */
export const VIEW_ABILITIES: { [Name in View]?: Ability } = { 'below-cost': 'costs:read' }

const STOCK = {
  in: 'l.availability >= 2',
  low: 'l.availability = 2',
  out: 'l.availability <= 1',
} as const

const keysOf = <Key extends string>(table: Record<Key, unknown>) => Object.keys(table) as Key[]

/** Filters of the list of all products, as its address carries them. */
export const filterFields = {
  view: vine.enum(keysOf(VIEWS)).optional(),
  q: text({ max: 200 }).optional(),
  status: choiceList(STATUSES).optional(),
  category: text({ max: 300 }).optional(),
  brand: commaList().optional(),
  quality: choiceList(QUALITIES).optional(),
  stock: vine.enum(keysOf(STOCK)).optional(),
  priceMin: dinarInput().optional(),
  priceMax: dinarInput().optional(),
  sku: skuInput().optional(),
}

const productFilterValidator = vine.create(filterFields)

export type ProductFilter = Infer<typeof productFilterValidator>

/** The filter of an address of the list, without what else it holds. */
export function filterOfSearch(search: string): Promise<ProductFilter> {
  return filtersOf(productFilterValidator, Object.fromEntries(new URLSearchParams(search)))
}

/** The filter as conditions on `products p left join product_listings l`. Names that do not exist match nothing. */
export function productConditions(filter: ProductFilter, taxonomy: Taxonomy): Condition[] {
  const conditions: Condition[] = []
  const add = (name: keyof ProductFilter, sql: string, ...values: unknown[]) =>
    conditions.push({ filter: name, sql, values })

  if (filter.view && filter.view !== 'all') add('view', VIEWS[filter.view])
  if (filter.status) add('status', 'p.status = any (?::text[])', filter.status)
  if (filter.category) {
    const ids = taxonomy.categoryAt(filter.category)?.descendantIds ?? []
    add('category', 'p.category_id = any (?::int[])', ids)
  }
  if (filter.brand) {
    const ids = filter.brand.flatMap((slug) => taxonomy.brandBySlug.get(slug)?.id ?? [])
    add('brand', 'p.brand_id = any (?::int[])', ids)
  }
  if (filter.quality) add('quality', 'p.quality = any (?::text[])', filter.quality)
  if (filter.stock) add('stock', STOCK[filter.stock])
  if (filter.priceMin !== undefined) add('priceMin', 'p.price >= ?::bigint', filter.priceMin)
  if (filter.priceMax !== undefined) add('priceMax', 'p.price <= ?::bigint', filter.priceMax)
  if (filter.sku) add('sku', 'p.sku = ?::text', filter.sku)
  if (filter.q) add('q', 'p.id in (select find_staff_products(?::text))', filter.q)
  return conditions
}
