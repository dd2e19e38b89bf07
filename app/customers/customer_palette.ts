import { customersQuery } from '#app/customers/customers_query'
import type { PaletteEntry } from '#app/platform/shell/shell'
import { shownPhone } from '#app/tunisia/phone'

const MOST = 5

/** Customers for the palette: by name, address or telephone. */
export async function customerEntries(words: string): Promise<PaletteEntry[]> {
  const { page } = await customersQuery({ q: words }, MOST)
  return page.map(({ id, fullName, email, phone }) => ({
    label: fullName,
    detail: phone ? shownPhone(phone) : email,
    href: `/admin/customers/${id}`,
    icon: 'contact',
  }))
}
