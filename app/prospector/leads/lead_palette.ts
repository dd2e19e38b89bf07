import type { PaletteEntry } from '#app/platform/shell/shell'
import { leadsQuery } from '#app/prospector/leads/lead_query'

const MOST = 5

/** Leads by name, telephone or mail address, for the palette. */
export async function leadPalette(words: string): Promise<PaletteEntry[]> {
  const { page } = await leadsQuery({ q: words.trim() }, MOST)
  return page.map(({ id, name, locality, delegation }) => ({
    ...{ label: name ?? `#${id}`, detail: locality ?? delegation ?? undefined },
    ...{ href: `/admin/leads/${id}`, icon: 'target' },
  }))
}
