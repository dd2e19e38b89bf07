import { priceText } from '#app/money/price_text'
import type { Locale } from '#app/platform/http/locale'
import type { PaletteEntry } from '#app/platform/shell/shell'
import { ordersQuery } from '#app/orders/desk/orders_query'

const MOST = 5

/** Orders for the palette: by number, name or telephone. */
export async function orderPalette(words: string, locale: Locale): Promise<PaletteEntry[]> {
  const { page } = await ordersQuery({ q: words }, MOST)
  return page.map(({ number, fullName, total }) => ({
    label: number,
    detail: [fullName, priceText(total, locale)].filter(Boolean).join(' · '),
    href: `/admin/orders/${number}`,
    icon: 'receipt-text',
  }))
}
