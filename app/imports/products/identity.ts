import { slugify } from '#app/catalogue/products/product_slug'
import type { Fields } from '#app/imports/files/fields'
import { RowRejected, type StagingContext } from '#app/imports/import_target'
import { limitedText } from '#app/imports/files/values'
import { normaliseNumber } from '#app/references/normalise'

/** What tells a row's product from all others, before the database is asked. */
interface StagedIdentity {
  sku?: string
  /** Beginning of the SKU of a row that has none. */
  sku_base?: string
  /** The base is brand and maker's number: a product that has the same two may be meant. */
  by_mpn?: boolean
  brand?: string
  brand_slug?: string
  mpn?: string
  mpn_norm?: string
  /** Rows with the same one are one product and its variants. */
  group_key?: string
  /** What tells a variant from its sisters: `Bleu / XL`. */
  variant?: string
}

/** Throws `RowRejected` when nothing in the row could identify a product. */
export function identityOf(fields: Fields, context: StagingContext): StagedIdentity {
  const sku = fields.text('sku')
  const brand = fields.text('brand')
  const mpn = partNumberOf(fields, context)
  const identity: StagedIdentity = {
    brand: brand && limitedText('brand', brand, 200),
    brand_slug: brand && brandSlug(brand),
    mpn,
    mpn_norm: (mpn && normaliseNumber(mpn)) || undefined,
    group_key: fields.text('handle') ?? fields.text('parent_sku') ?? headOfGroup(fields, sku),
    variant: variantOf(fields),
  }
  if (sku) return { ...identity, sku: limitedText('sku', sku, 80) }
  return { ...identity, ...derivedSku(fields, identity) }
}

/** Some lists repeat the name of the article where others have a number. */
function partNumberOf(fields: Fields, context: StagingContext): string | undefined {
  const mpn = fields.text('mpn')
  if (mpn === undefined || mpn.length <= 80) return mpn
  context.note('a part number of more than 80 characters was left out', mpn.slice(0, 60))
}

export function brandSlug(brand: string): string {
  const slug = slugify(brand)
  if (!slug) throw new RowRejected(`brand: «${brand}» has no letter or digit`)
  return slug
}

/** Brand and maker's number; without them what else the file calls the product by. */
function derivedSku(
  fields: Fields,
  { brand_slug: brand, mpn_norm: mpn, group_key: group, variant }: StagedIdentity
) {
  if (mpn) return { sku_base: skuOf([brand, mpn]), by_mpn: true }
  const own = group
    ? [group, variant]
    : [fields.text('external_id') ?? fields.text('gtin') ?? fields.text('name')]
  const base = skuOf(own)
  if (base) return { sku_base: base }
  throw new RowRejected('the row has no SKU, no part number and no name')
}

function skuOf(parts: (string | undefined)[]): string {
  return parts
    .map((part) => slugify(part ?? '').toUpperCase())
    .filter(Boolean)
    .join('-')
    .slice(0, 70)
}

/** WooCommerce: variations name this row's SKU, or its number. */
function headOfGroup(fields: Fields, sku?: string): string | undefined {
  if (!/^variable/.test(fields.text('type') ?? '')) return undefined
  return sku ?? `id:${fields.text('external_id')}`
}

function variantOf(fields: Fields): string | undefined {
  const isVariation = fields.text('type') === 'variation'
  const options = fields
    .keyed(isVariation ? 'attribute_value' : 'option_value')
    .map(([, value]) => String(value))
  const telling = options.filter((value) => value !== 'Default Title')
  return telling.length ? telling.join(' / ').slice(0, 200) : undefined
}
