import { sql } from '#app/platform/database/sql'
import { pagePatterns } from '#tests/support/xss/crawl'
import type { WebVisitor } from '#tests/support/web_visitor'

const regExpOf = (pattern: string) => new RegExp(`^${pattern.replace(/:\w+/g, '[^/?#]+')}$`)

export type VisitedPage = { pattern: string; path: string; html: string }

/**
 * One page of each kind of the back office, by its pattern: those without a parameter, and those that their links
 * lead to. Files, and addresses that lead elsewhere, are none.
 */
export async function everyPage(visitor: WebVisitor): Promise<Map<string, VisitedPage>> {
  const patterns = pagePatterns().map((pattern) => ({ pattern, is: regExpOf(pattern) }))
  const pages = new Map<string, VisitedPage>()
  const waiting = pagePatterns().filter((pattern) => !pattern.includes(':'))
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    // `/admin/products/new` is no product: the first pattern has no parameter.
    const pattern = patterns.find(({ is }) => is.test(path!))?.pattern
    if (!pattern || pages.has(pattern)) continue
    await sql('delete from token_buckets')
    const { status, headers, html } = await visitor.get(path)
    if (status !== 200 || !headers.get('content-type')?.startsWith('text/html')) continue
    pages.set(pattern, { pattern, path, html })
    waiting.push(...linksOf(html))
  }
  return pages
}

const linksOf = (html: string) =>
  [...html.matchAll(/href="(\/admin\/[^"?#]+)/g)].map(([, link]) => decodeURI(link))
