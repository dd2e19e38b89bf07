/** One spelling for all queries that mean the same: sorted, without what was not asked. */
export function cacheKey(route: string, query: object, locale: string): string {
  const entries = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `${route}:${locale}:${JSON.stringify(entries)}`
}
