import type { Taxonomy } from '#app/catalogue/taxonomy'
import type { VehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { inLocale, type Locale } from '#app/platform/http/locale'
import type { Suggestions } from '#app/search/suggestions_query'

export const SUGGESTION_KINDS = ['category', 'brand', 'vehicle', 'product'] as const

type Suggestion = {
  kind: (typeof SUGGESTION_KINDS)[number]
  text: string
  slug: string
  sku?: string
  number?: string
}

/** At most `limit` suggestions; names before products, unless a number was typed. */
export function suggestions(
  found: Suggestions,
  known: Taxonomy,
  vehicles: VehicleCatalogue,
  locale: Locale,
  limit: number
): Suggestion[] {
  const names: Suggestion[] = [
    ...found.categoryIds.map((id): Suggestion => {
      const { slug, nameFr, nameAr } = known.categories.get(id)!
      return { kind: 'category', text: inLocale(locale, nameFr, nameAr), slug }
    }),
    ...found.brandIds.map((id): Suggestion => {
      const { slug, name } = known.brands.get(id)!
      return { kind: 'brand', text: name, slug }
    }),
    ...found.modelIds.map((id): Suggestion => {
      const { slug, name, nameAr, makeId } = vehicles.models.get(id)!
      const make = vehicles.makes.get(makeId)!
      const text = `${inLocale(locale, make.name, make.nameAr)} ${inLocale(locale, name, nameAr)}`
      return { kind: 'vehicle', text, slug }
    }),
  ]
  const products = found.products.map(({ nameFr, nameAr, slug, sku, number }): Suggestion => ({
    kind: 'product',
    text: inLocale(locale, nameFr, nameAr),
    slug,
    sku,
    ...(number && { number }),
  }))
  return [...names.slice(0, Math.max(0, limit - products.length)), ...products].slice(0, limit)
}
