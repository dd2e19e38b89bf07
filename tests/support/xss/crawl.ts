import { sql } from '#app/platform/database/sql'
import { staffRoutes } from '#tests/support/staff_routes'
import type { WebVisitor } from '#tests/support/web_visitor'
import type { PageReader } from '#tests/support/xss/page_reader'
import { MARK } from '#tests/support/xss/payloads'

/** Pages of the back office, by the patterns of their routes; those without a parameter first. */
export function pagePatterns(): string[] {
  return staffRoutes()
    .filter(({ isApi, method }) => !isApi && method === 'GET')
    .map(({ pattern }) => pattern)
    .sort((one, other) => one.split(':').length - other.split(':').length)
}

const regExpOf = (pattern: string) => new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`)

/** What lists are asked for that is hostile. */
const QUERIES = [`?q=${MARK}`, '?q=%22%3E%3Cxss%3E']

/**
 * Reads every page that links lead to, some of each kind, and lists also where they are asked for
 * what is hostile, unless another crawl asks them. Resolves with the addresses by pattern.
 */
export async function crawl(
  visitor: WebVisitor,
  reader: PageReader,
  ofEachKind: number,
  asksLists = true
): Promise<Map<string, string[]>> {
  const patterns = pagePatterns().map((pattern) => ({ pattern, is: regExpOf(pattern) }))
  const seen = new Map<string, string[]>()
  const fixed = patterns.map(({ pattern }) => pattern).filter((pattern) => !pattern.includes(':'))
  const queries = asksLists ? QUERIES : []
  const waiting = fixed.flatMap((path) => [path, ...queries.map((query) => path + query)])
  const met = new Set(waiting)
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const bare = path.split(/[?#]/)[0]
    const pattern = patterns.find(({ is }) => is.test(bare))?.pattern
    if (!pattern) continue
    const addresses = seen.get(pattern) ?? []
    const enough = pattern.includes(':') ? ofEachKind : ofEachKind + 1 + queries.length
    if (addresses.includes(path) || addresses.length >= enough) continue
    seen.set(pattern, [...addresses, path])
    await sql('delete from token_buckets')
    const { headers, html } = await visitor.get(path)
    if (!headers.get('content-type')?.startsWith('text/html')) continue
    const { links } = await reader.read(html, path)
    waiting.push(...links.filter((link) => !met.has(link)))
    for (const link of links) met.add(link)
  }
  return seen
}
