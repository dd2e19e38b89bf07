import type { Taxonomy } from '#app/catalogue/taxonomy'
import { money } from '#app/money/money'
import { fileUrl } from '#app/platform/files/file_url'
import { inLocale, type Locale } from '#app/platform/http/locale'
import { listItem } from '#app/search/listing_transformer'
import type { ProductDetail } from '#app/storefront/product_query'

/** A product as its page shows it: the list item and everything else that is public. */
export function productDetail(product: ProductDetail, taxonomy: Taxonomy, locale: Locale) {
  const imagePath = product.images[0]?.path ?? null
  return {
    ...listItem({ ...product, imagePath }, taxonomy, locale),
    mpn: product.mpn,
    description: inLocale(locale, product.descriptionFr, product.descriptionAr),
    quality: product.quality,
    orderable: product.orderable,
    taxRate: product.taxRate,
    warrantyMonths: product.warrantyMonths,
    weightG: product.weightG,
    gtin: product.gtin,
    coreCharge: product.coreCharge > 0 ? money(product.coreCharge) : null,
    supersededBy: product.supersededBy,
    breadcrumbs: breadcrumbs(product, taxonomy, locale),
    partNumbers: product.numbers,
    attributes: product.attributes.map(({ code, nameFr, nameAr, unit, value }) => ({
      code,
      name: inLocale(locale, nameFr, nameAr),
      unit,
      value,
    })),
    images: product.images.map(({ path, altFr, altAr }) => ({
      url: fileUrl(path),
      alt: inLocale(locale, altFr, altAr),
    })),
    priceHistory: product.priceHistory.map(({ at, price }) => ({
      at: new Date(at).toISOString(),
      price: money(price),
    })),
    relatedProducts: product.related.map((row) => listItem(row, taxonomy, locale)),
    updatedAt: new Date(product.updatedAt).toISOString(),
  }
}

function breadcrumbs({ categoryId }: ProductDetail, taxonomy: Taxonomy, locale: Locale) {
  const category = categoryId === null ? undefined : taxonomy.categories.get(categoryId)
  if (!category) return []
  return taxonomy
    .pathOf(category)
    .map(({ slug, nameFr, nameAr }) => ({ slug, name: inLocale(locale, nameFr, nameAr) }))
}
