import type { Taxonomy } from '#app/catalogue/taxonomy'
import type { Verdict } from '#app/fitment/verdicts_query'
import { money, moneyOrNull } from '#app/money/money'
import { fileUrl } from '#app/platform/files/file_url'
import { inLocale, type Locale } from '#app/platform/http/locale'
import type { Listing } from '#app/search/lists/listing_columns'

/** Index = the availability of a listing. */
export const AVAILABILITIES = ['out_of_stock', 'on_order', 'low_stock', 'in_stock'] as const

/** A product as every list of the shop shows it. */
export function listItem(
  row: Listing,
  { brands, categories }: Taxonomy,
  locale: Locale,
  verdict?: Verdict
) {
  const brand = brands.get(row.brandId)
  const category = row.categoryId === null ? undefined : categories.get(row.categoryId)
  return {
    slug: row.slug,
    sku: row.sku,
    name: inLocale(locale, row.nameFr, row.nameAr),
    brand: brand ? { slug: brand.slug, name: brand.name } : null,
    category: category
      ? { slug: category.slug, name: inLocale(locale, category.nameFr, category.nameAr) }
      : null,
    price: money(row.price),
    compareAtPrice: moneyOrNull(row.compareAtPrice),
    availability: AVAILABILITIES[row.availability],
    imageUrl: row.imagePath === null ? null : fileUrl(row.imagePath),
    rating: null,
    ...(verdict && {
      fit: verdict.fit,
      fitConditions: verdict.conditions.map(({ fr, ar }) => inLocale(locale, fr, ar)),
    }),
  }
}
