import { valueInLocale } from '#app/catalogue/attributes/attribute_value'
import type { Taxonomy } from '#app/catalogue/taxonomy'
import { inLocale, type Locale } from '#app/platform/http/locale'
import { type FacetCount, type Facets, PRICE_STEPS } from '#app/search/lists/facets_query'
import { AVAILABILITIES } from '#app/search/lists/listing_transformer'

/** Attributes with more values than this show the most frequent ones. */
const MAX_VALUES = 30

/** The counts as the storefront shows them: named, sorted, most frequent first. */
export function facets({ counts, taxonomy }: Facets, locale: Locale) {
  const of = (kind: string) => counts.filter((count) => count.kind === kind)
  return {
    brands: brands(of('brand'), taxonomy),
    categories: categories(of('category'), taxonomy, locale),
    price: price(of('price'), of('priceMin'), of('priceMax')),
    availability: of('availability')
      .map(({ value, count }) => ({ value: AVAILABILITIES[+value], count }))
      .toReversed(),
    quality: of('quality').map(({ value, count }) => ({ value, count })),
    attributes: attributes(of('attribute'), of('own_attribute'), taxonomy, locale),
  }
}

const byCount = (a: { count: number }, b: { count: number }) => b.count - a.count

function brands(counts: FacetCount[], taxonomy: Taxonomy) {
  return counts
    .flatMap(({ value, count }) => {
      const brand = taxonomy.brands.get(+value)
      return brand ? [{ slug: brand.slug, name: brand.name, count }] : []
    })
    .sort(byCount)
}

/** Every category with products in it or under it, in tree order. */
function categories(counts: FacetCount[], taxonomy: Taxonomy, locale: Locale) {
  const own = new Map(counts.map(({ value, count }) => [+value, count]))
  return [...taxonomy.categories.values()].flatMap((category) => {
    const count = category.descendantIds.reduce((sum, id) => sum + (own.get(id) ?? 0), 0)
    if (count === 0) return []
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

function attributes(counts: FacetCount[], own: FacetCount[], taxonomy: Taxonomy, locale: Locale) {
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
          .slice(0, MAX_VALUES),
      },
    ]
  })
}
