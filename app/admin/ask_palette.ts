import type { I18n } from '@adonisjs/i18n'
import type { Locale } from '#app/platform/http/locale'
import { type PaletteEntry, shellEntries } from '#app/platform/shell/shell'
import { foldWords } from '#app/platform/text/fold_words'
import type { Ability } from '#app/staff/abilities'
import type StaffMember from '#app/staff/members/staff_member'

type PaletteGroup = { label: string; entries: PaletteEntry[] }

/** What matches a few letters, of what this person may see: pages first, then what can be begun, then each source. */
export async function askPalette(
  words: string,
  member: StaffMember,
  i18n: I18n
): Promise<PaletteGroup[]> {
  const named = (entries: Destination[]) => matching(entries.filter(allowed(member)), words, i18n)
  const pages = { label: 'shell.palette_pages', entries: named(shellEntries('navigation')) }
  const actions = { label: 'shell.palette_actions', entries: named(shellEntries('actions')) }
  const sources = words ? shellEntries('palette').filter(allowed(member)) : []
  const groups = await Promise.all(
    sources.map(async (source) => ({
      label: source.label,
      entries: await source.search(words, i18n.locale as Locale),
    }))
  )
  return [pages, actions, ...groups].filter(({ entries }) => entries.length > 0)
}

const allowed =
  (member: StaffMember) =>
  ({ ability }: { ability: string }) =>
    member.may(ability as Ability)

type Destination = { label: string; href: string; icon: string; ability: string }

function matching(entries: Destination[], words: string, i18n: I18n): PaletteEntry[] {
  const wanted = foldWords(words)
  return entries
    .map(({ label, href, icon }) => ({ label: i18n.t(label), href, icon }))
    .filter(({ label }) => foldWords(label).includes(wanted))
}
