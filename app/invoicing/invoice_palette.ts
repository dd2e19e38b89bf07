import { priceText } from '#app/money/price_text'
import type { Locale } from '#app/platform/http/locale'
import type { PaletteEntry } from '#app/platform/shell/shell'
import { invoicesQuery } from '#app/invoicing/invoices_query'

const MOST = 5

/** Invoices and credit notes for the palette: by their number, or that of their order. */
export async function invoicePalette(words: string, locale: Locale): Promise<PaletteEntry[]> {
  const { page } = await invoicesQuery({ q: words }, MOST)
  return page.map(({ number, buyer, total }) => ({
    label: number,
    detail: [buyer.name, priceText(total, locale)].filter(Boolean).join(' · '),
    href: `/admin/invoices/${number}`,
    icon: 'file-text',
  }))
}
