import { dinars } from '#app/money/dinars'
import type { PaletteEntry } from '#app/platform/shell/shell'
import { ordersQuery } from '#app/orders/desk/orders_query'

const MOST = 5

/** Orders for the palette: by number or telephone. */
export async function orderPalette(words: string): Promise<PaletteEntry[]> {
  const { page } = await ordersQuery({ q: words }, MOST)
  return page.map(({ number, fullName, total }) => ({
    label: number,
    detail: [fullName, `${dinars(total)} DT`].filter(Boolean).join(' · '),
    href: `/admin/orders/${number}`,
    icon: 'receipt-text',
  }))
}
