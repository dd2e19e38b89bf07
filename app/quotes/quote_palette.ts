import { priceText } from '#app/money/price_text'
import type { Locale } from '#app/platform/http/locale'
import type { PaletteEntry } from '#app/platform/shell/shell'
import { quotesQuery } from '#app/quotes/quotes_query'

const MOST = 5

/** Quotes for the palette: by number or telephone. */
export async function quotePalette(words: string, locale: Locale): Promise<PaletteEntry[]> {
  const { page } = await quotesQuery({ q: words }, MOST)
  return page.map(({ number, fullName, total }) => ({
    label: number,
    detail: [fullName, priceText(total, locale)].filter(Boolean).join(' · '),
    href: `/admin/quotes/${number}`,
    icon: 'file-clock',
  }))
}
