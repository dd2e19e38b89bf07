/** What browsers call themselves; each also claims to be those that follow it. */
const BROWSERS: [claim: string, name: string][] = [
  ['Edg', 'Edge'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox/', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
]

const SYSTEMS: [claim: string, name: string][] = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
]

const LONGEST = 40

/** How people would call what logged in: `Chrome · Windows`, or the first words of what it says it is. */
export function deviceOf(userAgent: string | null): string {
  const named = (names: [string, string][]) =>
    names.find(([claim]) => userAgent?.includes(claim))?.[1]
  const known = [named(BROWSERS), named(SYSTEMS)].filter(Boolean).join(' · ')
  return known || (userAgent ?? '').slice(0, LONGEST)
}
