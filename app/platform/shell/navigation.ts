import type { I18n } from '@adonisjs/i18n'
import { type NavigationEntry, shellEntries } from '#app/platform/shell/shell'

type May = (ability: string) => boolean

/** The menu of somebody: only pages that may be opened. Groups that nobody ranked come last. */
export function navigationFor(may: May): { group: string; entries: NavigationEntry[] }[] {
  const allowed = shellEntries('navigation').filter(({ ability }) => may(ability))
  const groups = [...new Set([...shellEntries('groups'), ...allowed.map(({ group }) => group)])]
  return groups
    .map((group) => ({ group, entries: allowed.filter((entry) => entry.group === group) }))
    .filter(({ entries }) => entries.length > 0)
}

/** Whether the page at `path` belongs to that entry: it is the page, or one below it. */
export const isCurrent = ({ href }: NavigationEntry, path: string) =>
  href === '/admin' ? path === href : path === href || path.startsWith(`${href}/`)

/** The pages about a record that may be opened, in the order features have added them. */
export const tabsFor = (entity: string, id: string | number, may: May) =>
  shellEntries('tabs')
    .filter((tab) => tab.entity === entity && may(tab.ability))
    .map(({ label, href }) => ({ label, href: href(id) }))

/** What other features show on the page of a record, to those who may see it. */
export const panelsFor = (entity: string, id: number, may: May, i18n: I18n) =>
  Promise.all(
    shellEntries('panels')
      .filter((panel) => panel.entity === entity && may(panel.ability))
      .map(async ({ view, load }) => ({ view, data: await load(id, i18n) }))
  )
