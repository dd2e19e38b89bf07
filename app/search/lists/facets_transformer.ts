import { valueInLocale } from '#app/catalogue/attributes/attribute_value'
import { QUALITIES } from '#app/catalogue/products/product'
import type { Taxonomy } from '#app/catalogue/taxonomy'
import { inLocale, type Locale } from '#app/platform/http/locale'
import { type FacetCount, type Facets, PRICE_STEPS } from '#app/search/lists/facets_query'
import { AVAILABILITIES } from '#app/search/lists/listing_transformer'
import type { ProductFilters } from '#app/search/lists/product_filters'

/** Attributes with more values than this show the most frequent ones. */
const MAX_VALUES = 30

/**
 * The counts as the storefront shows them: named, sorted, most frequent first. What is chosen stays
 * there when nothing is left of it, with 0: else nobody could take it back.
 */
export function facets({ counts, taxonomy }: Facets, filters: ProductFilters, locale: Locale) {
  const of = (kind: string, chosen: string[] = []) => {
    const counted = counts.filter((count) => count.kind === kind)
    const known = new Set(counted.map(({ value }) => value))
    const gone = chosen.filter((value) => !known.has(value))
    return [...counted, ...gone.map((value) => ({ kind, value, count: 0 }))]
  }
  const chosen = chosenValues(filters, taxonomy)
  return {
    brands: brands(of('brand', chosen.brands), taxonomy),
    categories: categories(of('category'), filters.category, taxonomy, locale),
    price: price(of('price'), of('priceMin'), of('priceMax')),
    availability: of('availability', chosen.availability)
      .sort((a, b) => +b.value - +a.value)
      .map(({ value, count }) => ({ value: AVAILABILITIES[+value], count })),
    quality: of('quality', chosen.qualities).map(({ value, count }) => ({ value, count })),
    attributes: attributes(
      of('attribute'),
      of('own_attribute', chosen.attributes),
      new Set(chosen.attributes),
      taxonomy,
      locale
    ),
  }
}

/** What the filters choose, as counts name it. */
function chosenValues(
  { brand = [], quality = [], inStock, attr = {} }: ProductFilters,
  taxonomy: Taxonomy
) {
  const attributeIds = new Map(
    [...taxonomy.facetAttributes.values()].map(({ code, id }) => [code, id])
  )
  return {
    brands: brand.flatMap((slug) => {
      const known = taxonomy.brandBySlug.get(slug)
      return known ? [String(known.id)] : []
    }),
    qualities: QUALITIES.filter((known) => quality.includes(known)),
    availability: inStock === undefined ? [] : [inStock ? IN_STOCK : OUT_OF_STOCK],
    attributes: Object.entries(attr).flatMap(([code, values]) => {
      const id = attributeIds.get(code)
      return id === undefined ? [] : values.map((value) => `${id}:${value}`)
    }),
  }
}

const IN_STOCK = String(AVAILABILITIES.indexOf('in_stock'))
const OUT_OF_STOCK = String(AVAILABILITIES.indexOf('out_of_stock'))

const byCount = (a: { count: number }, b: { count: number }) => b.count - a.count

function brands(counts: FacetCount[], taxonomy: Taxonomy) {
  return counts
    .flatMap(({ value, count }) => {
      const brand = taxonomy.brands.get(+value)
      return brand ? [{ slug: brand.slug, name: brand.name, count }] : []
    })
    .sort(byCount)
}

/** Every category with products in it or under it, and the chosen one, in tree order. */
function categories(
  counts: FacetCount[],
  chosen: string | undefined,
  taxonomy: Taxonomy,
  locale: Locale
) {
  const kept = chosen === undefined ? undefined : taxonomy.categoryAt(chosen)
  const own = new Map(counts.map(({ value, count }) => [+value, count]))
  return [...taxonomy.categories.values()].flatMap((category) => {
    const count = category.descendantIds.reduce((sum, id) => sum + (own.get(id) ?? 0), 0)
    if (count === 0 && category !== kept) return []
    return [
      { slug: category.slug, name: inLocale(locale, category.nameFr, category.nameAr), count },
    ]
  })
}

/** `min` and `max` hold the extremes of each bucket. */
function price(buckets: FacetCount[], min: FacetCount[], max: FacetCount[]) {
  const counts = new Map(buckets.map(({ value, count }) => [+value, count]))
  return {
    min: min.length ? Math.min(...min.map(({ value }) => +value)) : null,
    max: max.length ? Math.max(...max.map(({ value }) => +value)) : null,
    buckets: [0, ...PRICE_STEPS].flatMap((from, index) => {
      const count = counts.get(index) ?? 0
      return count === 0 ? [] : [{ from, to: PRICE_STEPS[index] ?? null, count }]
    }),
  }
}

function attributes(
  counts: FacetCount[],
  own: FacetCount[],
  chosen: Set<string>,
  taxonomy: Taxonomy,
  locale: Locale
) {
  const filtered = new Set(own.map(({ value }) => value.split(':', 1)[0]))
  const rows = [...counts.filter(({ value }) => !filtered.has(value.split(':', 1)[0])), ...own]
  const byAttribute = Map.groupBy(rows, ({ value }) => +value.split(':', 1)[0])
  return [...taxonomy.facetAttributes.values()].flatMap((attribute) => {
    const values = byAttribute.get(attribute.id)
    if (!values) return []
    return [
      {
        code: attribute.code,
        name: inLocale(locale, attribute.nameFr, attribute.nameAr, attribute.nameEn),
        unit: attribute.unit,
        values: values
          .map(({ value, count }) => ({ value: value.slice(value.indexOf(':') + 1), count }))
          .map((one) => ({ ...one, label: valueInLocale(attribute, one.value, locale) }))
          .sort(byCount)
          .filter(
            ({ value }, place) => place < MAX_VALUES || chosen.has(`${attribute.id}:${value}`)
          ),
      },
    ]
  })
}
