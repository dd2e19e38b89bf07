import type { Taxonomy } from '#app/catalogue/taxonomy'
import type { Fit } from '#app/fitment/verdicts_query'
import type { Condition } from '#app/platform/database/conditions'
import type { ProductFilters } from '#app/search/lists/product_filters'

/** From this availability on a product can leave the shop today. */
export const ON_HAND = 2

/** What a list for a vehicle shows when nothing else is asked for. */
const USUAL_FITS: Fit[] = ['fits', 'conditional']

const HAS_FITMENTS = 'exists (select from fitments f where f.product_id = l.product_id)'
const FOR_VEHICLE =
  'l.product_id in (select f.product_id from fitments f where f.vehicle_type_id = ?::int'

/** Listings with each verdict; `?` is the vehicle. */
const FITTING: Record<Fit, string> = {
  fits: `${FOR_VEHICLE} and f.condition_id = 0)`,
  conditional: `${FOR_VEHICLE} group by 1 having min(f.condition_id) > 0)`,
  unknown: `not ${HAS_FITMENTS}`,
  no: `(${HAS_FITMENTS} and not ${FOR_VEHICLE}))`,
}

/**
 * The filters of a request as conditions on `product_listings l`. Names that do
 * not exist match nothing. One text per filter shape: `$1 is null or …` would
 * turn into a generic plan.
 */
export function listingConditions(filters: ProductFilters, taxonomy: Taxonomy): Condition[] {
  const conditions: Condition[] = []
  const add = (filter: string, sql: string, ...values: unknown[]) =>
    conditions.push({ filter, sql, values })

  if (filters.category) {
    const ids = taxonomy.categoryAt(filters.category)?.descendantIds ?? []
    if (ids.length === 1) add('category', 'category_id = ?::int', ids[0])
    else add('category', 'category_id = any (?::int[])', ids)
  }
  if (filters.brand) {
    const ids = filters.brand.flatMap((slug) => taxonomy.brandBySlug.get(slug)?.id ?? [])
    if (ids.length === 1) add('brand', 'brand_id = ?::int', ids[0])
    else add('brand', 'brand_id = any (?::int[])', ids)
  }
  const { priceMin: min, priceMax: max } = filters
  if (min !== undefined && max !== undefined) {
    add('price', 'price between ?::bigint and ?::bigint', min, max)
  } else if (min !== undefined) add('price', 'price >= ?::bigint', min)
  else if (max !== undefined) add('price', 'price <= ?::bigint', max)

  if (filters.inStock === true) add('availability', `availability >= ${ON_HAND}`)
  if (filters.inStock === false) add('availability', `availability < ${ON_HAND}`)
  if (filters.quality) add('quality', 'quality = any (?::text[])', filters.quality)
  if (filters.vehicle !== undefined) {
    const verdicts = fitting(filters.fit ?? USUAL_FITS)
    const vehicles = verdicts.flatMap((sql) =>
      Array.from(sql.matchAll(/\?/g), () => filters.vehicle)
    )
    add('vehicle', `(${verdicts.join(' or ')})`, ...vehicles)
  }
  for (const [code, values] of Object.entries(filters.attr ?? {})) {
    add(
      `attr.${code}`,
      `facet_value_ids && array(select v.id from facet_values v join attributes a on a.id = v.attribute_id
         where a.code = ?::text and v.value = any (?::text[]))`,
      code,
      values
    )
  }
  return conditions
}

/** Fitting with or without condition is one look at the vehicle; an `or` of both would read every listing. */
function fitting(wanted: Fit[]): string[] {
  const fits = new Set(wanted)
  if (!USUAL_FITS.every((fit) => fits.has(fit))) return [...fits].map((fit) => FITTING[fit])
  const others = [...fits].filter((fit) => !USUAL_FITS.includes(fit))
  return [`${FOR_VEHICLE})`, ...others.map((fit) => FITTING[fit])]
}
