import app from '@adonisjs/core/services/app'
import { sql } from '#app/platform/database/sql'
import { KeptMailTransport } from '#app/platform/mail/kept_mail_transport'
import { lastingPath } from '#app/platform/project_root'
import { writeConcept } from '#app/search/words/synonyms'
import { TESTING } from '#tests/support/staff'
import { FORMS } from '#tests/support/staff_forms'
import { pagePatterns } from '#tests/support/xss/crawl'
import { ownersBrowser, type WebVisitor } from '#tests/support/web_visitor'

const regExpOf = (pattern: string) => new RegExp(`^${pattern.replace(/:\w+/g, '[^/?#]+')}$`)

export type VisitedPage = { pattern: string; path: string; html: string; headers: Headers }

/**
 * One page of each kind of the back office, by its pattern: those without a parameter, and the longest of the first
 * few that their links lead to. Files, and addresses that lead elsewhere, are none.
 */
export async function everyPage(
  visitor: WebVisitor,
  ofEachKind = 1
): Promise<Map<string, VisitedPage>> {
  const patterns = pagePatterns().map((pattern) => ({ pattern, is: regExpOf(pattern) }))
  const pages = new Map<string, VisitedPage>()
  const waiting = pagePatterns().filter((pattern) => !pattern.includes(':'))
  const visited = new Map<string, string[]>()
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    // `/admin/products/new` is no product: the first pattern has no parameter.
    const pattern = patterns.find(({ is }) => is.test(path!))?.pattern
    const known = visited.get(pattern ?? '') ?? []
    if (!pattern || known.includes(path) || known.length >= ofEachKind) continue
    visited.set(pattern, [...known, path])
    await sql('delete from token_buckets')
    const { status, headers, html } = await visitor.get(path)
    if (status !== 200 || !headers.get('content-type')?.startsWith('text/html')) continue
    const longest = pages.get(pattern)?.html.length ?? 0
    if (html.length > longest) pages.set(pattern, { pattern, path, html, headers })
    waiting.push(...linksOf(html))
  }
  return pages
}

const linksOf = (html: string) =>
  [...html.matchAll(/href="(\/admin\/[^"?#]+)/g)].map(([, link]) => decodeURI(link))

/** Pages that no link leads to: each has that form, or is seen once it was sent. */
const FORMS_ON: Record<string, string> = {
  '/admin/login': '/admin/login',
  '/admin/login/code': '/admin/login/code',
  '/admin/password/reset/:token': '/admin/password/reset',
  '/admin/imports/:id/columns': '/admin/imports/:id/columns',
  '/admin/purchase-orders/:number/receipts/new': '/admin/purchase-orders/:number/receipts',
  '/admin/orders/:number/edit': '/admin/orders/:number/edits',
  '/admin/quotes/counter-sales/:number': '/admin/quotes/counter-sales/:number/invoice',
  '/admin/quotes/counter-sales/:number/invoice': '/admin/quotes/counter-sales/:number/invoice',
  '/admin/leads/:id/merge/:otherId': '/admin/leads/:id/merges',
}

/** A page, and the browser of somebody who may see it: a stranger's when there is none. */
export type HiddenPage = { pattern: string; path: string; browser?: WebVisitor }

/** One page of each kind that no link leads to, with what it is about made for it. */
export async function hiddenPages(): Promise<HiddenPage[]> {
  const pages: HiddenPage[] = []
  for (const [pattern, key] of Object.entries(FORMS_ON)) {
    const { page, action, fields, browser } = await FORMS[key]()
    const isSeen = regExpOf(pattern).test(page)
    if (!isSeen) await browser!.post(action!, fields, page)
    pages.push({ pattern, path: isSeen ? page : action!, browser })
  }
  const browser = await ownersBrowser()
  const mail = `/admin/mails/${await keptMail()}`
  pages.push({ pattern: '/admin/mails/:id', path: mail, browser })
  pages.push({ pattern: '/admin/mails/:id/body', path: `${mail}/body`, browser })
  pages.push({ pattern: '/admin/words/:code', path: `/admin/words/${await someWords()}`, browser })
  return pages
}

/** The id of a mail that was kept instead of sent. */
async function keptMail(): Promise<number> {
  const transport = new KeptMailTransport(lastingPath(app, 'tmp/mails'))
  const { original } = await transport.send({
    ...{ from: 'shop@shabou.test', to: ['amel@shabou.test'], subject: 'Votre rapport' },
    ...{ html: '<h1>Bonjour Amel</h1>', text: 'Bonjour' },
  })
  return original.id
}

async function someWords(): Promise<string> {
  const code = `plaquettes-${Date.now()}`
  const synonyms = [{ term: 'plaquettes', language: 'fr' as const }]
  await writeConcept({ code, kind: 'part', categories: [], synonyms }, TESTING)
  return code
}
