import { dinars } from '#app/money/dinars'
import type { PaletteEntry } from '#app/platform/shell/shell'
import { quotesQuery } from '#app/quotes/quotes_query'

const MOST = 5

/** Quotes for the palette: by number or telephone. */
export async function quotePalette(words: string): Promise<PaletteEntry[]> {
  const { page } = await quotesQuery({ q: words }, MOST)
  return page.map(({ number, fullName, total }) => ({
    label: number,
    detail: [fullName, `${dinars(total)} DT`].filter(Boolean).join(' · '),
    href: `/admin/quotes/${number}`,
    icon: 'file-clock',
  }))
}
