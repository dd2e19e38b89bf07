import type { BrandRow } from '#app/catalogue/brands/brand_query'
import { fileUrl } from '#app/platform/files/file_url'
import { inLocale, type Locale } from '#app/platform/http/locale'

export function brandItem(brand: BrandRow) {
  return {
    slug: brand.slug,
    name: brand.name,
    logoUrl: brand.logoPath === null ? null : fileUrl(brand.logoPath),
    count: brand.productCount,
  }
}

export function brandDetail(brand: BrandRow, locale: Locale) {
  return {
    ...brandItem(brand),
    website: brand.website,
    description: inLocale(locale, brand.descriptionFr, brand.descriptionAr),
  }
}
