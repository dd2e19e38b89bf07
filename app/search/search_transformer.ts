import type { Taxonomy } from '#app/catalogue/taxonomy'
import type { VehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import type { Verdict } from '#app/fitment/verdicts_query'
import { inLocale, type Locale } from '#app/platform/http/locale'
import { listItem } from '#app/search/lists/listing_transformer'
import type { Hit, NearProduct, ReferenceMatch, SearchResult } from '#app/search/search_query'
import type { Understood } from '#app/search/understanding/understood'

/** Shares of all groups add up to one but for their last digits. */
const ALL = 0.999

type Context = {
  locale: Locale
  vehicles: VehicleCatalogue
  /** Of the vehicle that was chosen, by product. */
  verdicts?: Map<number, Verdict>
  /** Tell staff what each place rests on. */
  explain?: boolean
}

/** A found product: the list item and why it was found. */
export function searchItem(hit: Hit, taxonomy: Taxonomy, { locale, verdicts, explain }: Context) {
  return {
    ...listItem(hit, taxonomy, locale, verdicts?.get(hit.id)),
    match: matchOf(hit),
    ...(explain && { explanation: explanationOf(hit) }),
  }
}

/** A product with a number near one that was asked for: the list item and that number. */
export function nearItem(product: NearProduct, taxonomy: Taxonomy, { locale, verdicts }: Context) {
  return {
    ...listItem(product, taxonomy, locale, verdicts?.get(product.id)),
    match: numberOf(product.reference),
  }
}

/** Words: whether it has all that was asked for, or is only the nearest that the shop has. */
const matchOf = ({ reference, coverage }: Hit) =>
  reference ? numberOf(reference) : { kind: 'words', complete: coverage >= ALL }

const numberOf = ({ kind, way, number, owner, confidence }: ReferenceMatch) => ({
  kind: way === 'exact' ? kind : way,
  ...{ number, owner, confidence },
})

const explanationOf = (hit: Hit) => ({
  score: hit.score,
  relevance: hit.relevance,
  coverage: hit.coverage,
  phrase: hit.phraseBonus,
  availability: hit.availabilityBonus,
  popularity: hit.popularityBonus,
  exact: hit.reference !== undefined,
})

/** What the shop took the query for. */
export function interpretation(result: SearchResult, { locale, vehicles }: Context) {
  const { understood, taxonomy, references } = result
  const brand = understood.brandId === undefined ? null : taxonomy.brands.get(understood.brandId)
  const covered = understood.groups.filter(({ words }) => words.length > 0)
  return {
    references: references.map(({ span }) => span.text),
    partType: partTypeOf(understood, taxonomy, locale),
    position: understood.position ?? null,
    vehicle: vehicleOf(understood, vehicles, locale),
    brand: brand ? { slug: brand.slug, name: brand.name } : null,
    words: covered.map(({ words }) => words.join(' ')),
  }
}

function partTypeOf({ partType }: Understood, taxonomy: Taxonomy, locale: Locale) {
  const category = partType && taxonomy.categories.get(partType.categoryIds[0])
  if (!category) return null
  return { slug: category.slug, name: inLocale(locale, category.nameFr, category.nameAr) }
}

function vehicleOf({ vehicle, makeId }: Understood, vehicles: VehicleCatalogue, locale: Locale) {
  const named = (thing: { slug: string; name: string; nameAr: string | null }) => ({
    slug: thing.slug,
    name: inLocale(locale, thing.name, thing.nameAr),
  })
  const [model] = vehicle?.models ?? []
  const make = vehicles.makes.get(model?.makeId ?? makeId ?? 0)
  if (!make) return null
  return {
    make: named(make),
    models: (vehicle?.models ?? []).map(named),
    types: (vehicle?.types ?? []).map(({ id, name }) => ({ id, name })),
  }
}
