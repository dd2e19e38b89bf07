import { valueInLocale } from '#app/catalogue/attributes/attribute_value'
import type { Taxonomy } from '#app/catalogue/taxonomy'
import { publicFitment } from '#app/fitment/fitment_transformer'
import type { VehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import type { Verdict } from '#app/fitment/verdicts_query'
import { money } from '#app/money/money'
import { fileUrl } from '#app/platform/files/file_url'
import { inLocale, type Locale } from '#app/platform/http/locale'
import { ownerTold } from '#app/references/owner_told'
import { listItem } from '#app/search/lists/listing_transformer'
import type { Listing } from '#app/search/lists/listing_columns'
import type { ProductPage, Successor } from '#app/storefront/product_query'

/** What the database tells of a product. */
type Told = {
  product: ProductPage
  successor: Successor | null
  related: Listing[]
  /** Of the vehicle that was chosen, by product. */
  verdicts?: Map<number, Verdict>
}

/** What rows name by their ids, and in whose language. */
type Words = { taxonomy: Taxonomy; vehicles: VehicleCatalogue; locale: Locale }

/** A product as its page shows it: the list item and everything else that is public. */
export function productPage(
  { product, successor, related, verdicts }: Told,
  { taxonomy, vehicles, locale }: Words
) {
  const { details } = product
  return {
    ...listItem(product, taxonomy, locale, verdicts?.get(product.id)),
    mpn: details.mpn,
    description: inLocale(locale, details.descriptionFr, details.descriptionAr),
    quality: details.quality,
    orderable: details.orderable,
    minQuantity: details.minQuantity,
    packSize: details.packSize,
    taxRate: details.taxRate,
    warrantyMonths: details.warrantyMonths,
    weightG: details.weightG,
    gtin: details.gtin,
    coreCharge: details.coreCharge > 0 ? money(details.coreCharge) : null,
    supersededBy: successor,
    breadcrumbs: breadcrumbs(product, taxonomy, locale),
    partNumbers: details.numbers.map((each) => ({ ...each, owner: ownerTold(each) })),
    fitments: product.fitments.map((row) => publicFitment(row, vehicles, locale)),
    attributes: attributes(product, taxonomy, locale),
    images: details.images.map(({ path, altFr, altAr }) => ({
      url: fileUrl(path),
      alt: inLocale(locale, altFr, altAr),
    })),
    priceHistory: details.priceHistory.map(({ at, price }) => ({
      at: new Date(at).toISOString(),
      price: money(price),
    })),
    relatedProducts: related.map((row) => listItem(row, taxonomy, locale, verdicts?.get(row.id))),
    updatedAt: new Date(details.updatedAt).toISOString(),
  }
}

function breadcrumbs({ categoryId }: ProductPage, taxonomy: Taxonomy, locale: Locale) {
  const category = categoryId === null ? undefined : taxonomy.categories.get(categoryId)
  if (!category) return []
  return taxonomy
    .pathOf(category)
    .map(({ slug, nameFr, nameAr }) => ({ slug, name: inLocale(locale, nameFr, nameAr) }))
}

function attributes({ details }: ProductPage, taxonomy: Taxonomy, locale: Locale) {
  return details.attributes
    .flatMap(({ id, value }) => {
      const attribute = taxonomy.attributes.get(id)
      if (!attribute) return []
      const { code, unit, nameFr, nameAr, nameEn } = attribute
      const label = valueInLocale(attribute, String(value), locale)
      return [{ code, name: inLocale(locale, nameFr, nameAr, nameEn), unit, value, label }]
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}
