import i18nManager from '@adonisjs/i18n/services/main'
import { type ProductRow, productRowsQuery } from '#app/catalogue/products/product_rows_query'
import { priceText } from '#app/money/price_text'
import { inLocale, type Locale } from '#app/platform/http/locale'
import type { PaletteEntry } from '#app/platform/shell/shell'
import { isolated } from '#app/platform/text/isolated'

const MOST = 8

/** Products for the palette: by name, SKU or any number, with what a caller asks first: the price and whether it is there. */
export async function productEntries(words: string, locale: Locale): Promise<PaletteEntry[]> {
  const options = { sort: 'name', order: 'asc', limit: MOST } as const
  const { rows, nextCursor } = await productRowsQuery({ q: words }, options)
  const entries = rows.map((row) => entryOf(row, locale))
  return nextCursor ? [...entries, everyOne(words, locale)] : entries
}

function entryOf({ id, sku, nameFr, nameAr, price, stock }: ProductRow, locale: Locale) {
  const texts = i18nManager.locale(locale)
  const cost = price === null ? [] : [priceText(price, locale)]
  return {
    label: inLocale(locale, nameFr, nameAr),
    detail: [sku, ...cost, texts.t('products.free', { count: Math.max(0, stock) })]
      .map(isolated)
      .join(' · '),
    href: `/admin/products/${id}`,
    icon: 'package',
  }
}

/** The list, where there are more of them than the palette shows. */
const everyOne = (words: string, locale: Locale): PaletteEntry => ({
  label: i18nManager.locale(locale).t('products.all_found', { words }),
  href: `/admin/products?${new URLSearchParams({ q: words })}`,
  icon: 'search',
})
