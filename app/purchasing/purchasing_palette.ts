import type { PaletteEntry } from '#app/platform/shell/shell'
import { purchaseOrdersQuery } from '#app/purchasing/purchase_orders_query'
import { suppliersQuery } from '#app/purchasing/suppliers_query'

const MOST = 5

/** Suppliers by name and orders to them by number, for the palette. */
export async function purchasingPalette(words: string): Promise<PaletteEntry[]> {
  const [suppliers, orders] = await Promise.all([
    suppliersQuery(MOST, { q: words }),
    purchaseOrdersQuery({ q: words.trim() }, MOST),
  ])
  return [
    ...orders.page.map(({ number, supplier }) => ({
      ...{ label: number, detail: supplier, href: `/admin/purchase-orders/${number}` },
      icon: 'clipboard-list',
    })),
    ...suppliers.page.map(({ id, name, contactName }) => ({
      ...{ label: name, detail: contactName ?? undefined, href: `/admin/suppliers/${id}` },
      icon: 'factory',
    })),
  ]
}
