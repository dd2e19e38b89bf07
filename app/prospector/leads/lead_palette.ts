import type { Locale } from '#app/platform/http/locale'
import type { PaletteEntry } from '#app/platform/shell/shell'
import { delegationName } from '#app/tunisia/place_names'
import { leadsQuery } from '#app/prospector/leads/lead_query'

const MOST = 5

/** Leads by name, telephone or mail address, for the palette. */
export async function leadPalette(words: string, locale: Locale): Promise<PaletteEntry[]> {
  const { page } = await leadsQuery({ q: words.trim() }, MOST)
  return page.map(({ id, name, locality, delegation, governorate }) => ({
    label: name ?? `#${id}`,
    detail: delegationName(locality ?? delegation, governorate, locale) || undefined,
    ...{ href: `/admin/leads/${id}`, icon: 'target' },
  }))
}
