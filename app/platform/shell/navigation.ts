import { type NavigationEntry, shellEntries } from '#app/platform/shell/shell'

type May = (ability: string) => boolean

/** From what is done every day to what is set up once; unknown groups come last. */
const GROUPS = ['daily', 'catalogue', 'sales', 'steering', 'settings']

/** The menu of somebody: only pages that may be opened. */
export function navigationFor(may: May): { group: string; entries: NavigationEntry[] }[] {
  const allowed = shellEntries('navigation').filter(({ ability }) => may(ability))
  const groups = [...new Set([...GROUPS, ...allowed.map(({ group }) => group)])]
  return groups
    .map((group) => ({ group, entries: allowed.filter((entry) => entry.group === group) }))
    .filter(({ entries }) => entries.length > 0)
}

/** Whether the page at `path` belongs to that entry: it is the page, or one below it. */
export const isCurrent = ({ href }: NavigationEntry, path: string) =>
  href === '/admin' ? path === href : path === href || path.startsWith(`${href}/`)
