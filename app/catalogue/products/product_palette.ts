import { productRowsQuery } from '#app/catalogue/products/product_rows_query'
import { inLocale, type Locale } from '#app/platform/http/locale'
import type { PaletteEntry } from '#app/platform/shell/shell'

const MOST = 8

/** Products for the palette: by name, SKU or any number. */
export async function productEntries(words: string, locale: Locale): Promise<PaletteEntry[]> {
  const { rows } = await productRowsQuery({ q: words }, { sort: 'name', order: 'asc', limit: MOST })
  return rows.map((row) => ({
    label: inLocale(locale, row.nameFr, row.nameAr),
    detail: row.sku,
    href: `/admin/products/${row.id}`,
    icon: 'package',
  }))
}
