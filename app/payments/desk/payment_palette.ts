import { priceText } from '#app/money/price_text'
import type { Locale } from '#app/platform/http/locale'
import type { PaletteEntry } from '#app/platform/shell/shell'
import { paymentsQuery } from '#app/payments/desk/payments_query'

const MOST = 5

/** Payments for the palette: by the number of their order, or the reference that a gateway shows. */
export async function paymentPalette(words: string, locale: Locale): Promise<PaletteEntry[]> {
  const { page } = await paymentsQuery({ q: words }, MOST)
  return page.map(({ reference, amount, orderNumber }) => ({
    label: reference,
    detail: priceText(amount, locale),
    href: `/admin/orders/${orderNumber}`,
    icon: 'banknote',
  }))
}
