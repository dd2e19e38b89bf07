import { test } from '@japa/runner'
import type { BrowserContext, Page } from 'playwright'
import { sql } from '#app/platform/database/sql'
import { isDeep, repeats } from '#tests/depth'
import { openWarmPage } from '#tests/support/axe'
import {
  BASE,
  complaintsOf,
  inBrowser,
  launchBrowser,
  widerThanWindow,
} from '#tests/support/browser'
import { everyPage, hiddenPages, type HiddenPage } from '#tests/support/every_page'
import { clearShop, fillShop } from '#tests/support/full_shop'
import { type Look, LOOKS, untidyThings, wear } from '#tests/support/looks'
import { ownersBrowser, type WebVisitor } from '#tests/support/web_visitor'
import { pagePatterns } from '#tests/support/xss/crawl'

/** What is saved or printed, and is no page. */
const FILES = [
  ...['/admin/products/export.csv', '/admin/orders/export.csv', '/admin/leads/export'],
  ...['/admin/customers/:id/export', '/admin/imports/:id/errors.csv'],
  ...['/admin/invoices/:number/pdf', '/admin/quotes/counter-sales/:number/invoice/pdf'],
]

/** Mails, which pages show in a frame where nothing runs, axe neither: theirs is looked at outside of it. */
const FRAMED = ['/admin/reports/weekly/mail', '/admin/reports/prospector/mail']
/** One that others have written. */
const FOREIGN = '/admin/mails/:id/body'

/** Has the palette, and dialogs, of all pages: some of them are there on a telephone alone. */
const FRAME = '/admin'
const FRAME_LOOKS = 2

/** The longest of so many has most to look at. */
const OF_EACH_KIND = repeats(2, 5)

/**
 * Every page is opened, and every so many have their rules looked at with all opened that opens: most of the work.
 * The deep run looks at all of them. It has no divisor in common with the number of looks: each look sees rules.
 */
const STRIDE = repeats(3, 1)

test.group('Every page of the back office, looked at', (group) => {
  let pages: HiddenPage[]
  let owner: WebVisitor
  const seats = new Map<WebVisitor | undefined, Seat>()

  inBrowser(group)
  group.each.timeout(isDeep ? 3_600_000 : 1_200_000)
  group.setup(async () => {
    await sql('delete from rate_limits')
    await fillShop()
    owner = await ownersBrowser()
    const found = await everyPage(owner, OF_EACH_KIND)
    const linked = [...found.values()]
    const hidden = await hiddenPages()
    pages = [...linked.map((page) => ({ ...page, browser: owner })), ...hidden]
    return clearShop
  })

  test('each has a look, or is a file', async ({ assert }) => {
    const looked = new Set(pages.map(({ pattern }) => pattern))
    const without = pagePatterns().filter((pattern) => !looked.has(pattern))
    assert.sameMembers(without, FILES)
  })

  test('is accessible, no wider than its window and quiet', async ({ assert }) => {
    const untidy: string[] = []
    for (const [at, page] of pages.entries()) {
      if (page.pattern === FOREIGN) continue
      const first = page.path === FRAME ? 0 : at % LOOKS.length
      const last = page.path === FRAME ? FRAME_LOOKS : first + 1
      for (const look of isDeep ? LOOKS : LOOKS.slice(first, last))
        untidy.push(...(await lookedAt(page, look, at % STRIDE === 0 || page.path === FRAME)))
    }
    assert.deepEqual(untidy, [])
  })

  test('one long word in a report stays in its table, and in its mail', async ({ assert }) => {
    const browser = await ownersBrowser()
    const context = await contextOf(browser)
    // Each by itself: a mail without its styles, which the policy of a page forbids, would be another one.
    const [page, mail] = [await context.newPage(), await context.newPage()]
    const wide: string[] = []
    for (const path of FRAMED) {
      const html = await browser.htmlOf(path)
      for (const width of [1440, 390]) {
        for (const one of [page, mail]) await one.setViewportSize({ width, height: 900 })
        await page.goto(BASE + path.replace(/\/mail$/, ''))
        const onPage = await widerThanTables(page, path)
        await mail.setContent(html)
        const alone = await widerThanTables(mail, `${path} alone`)
        wide.push(...onPage, ...alone)
      }
    }
    assert.deepEqual(wide, [])
  })

  async function lookedAt(
    { pattern, path, browser }: HiddenPage,
    look: Look,
    hasRules: boolean
  ): Promise<string[]> {
    const seat = seats.get(browser) ?? (await seatOf(browser, browser === owner))
    seats.set(browser, seat)
    await sql('delete from token_buckets')
    const isMail = FRAMED.includes(pattern)
    const found = isMail
      ? await lookedAtMail(seat, look, await browser!.htmlOf(path))
      : await lookedAtPage(seat, look, path, hasRules)
    const { locale, theme, width } = look
    return found.map((what) => `${path} ${locale} ${theme} ${width}: ${what}`)
  }
})

/** Where somebody looks at pages, one after the other. */
type Seat = {
  context: BrowserContext
  page: Page
  complaints: string[]
  giveAxe: () => Promise<unknown>
}

/** @param looksAtMany then axe is kept warm for them */
async function seatOf(browser: WebVisitor | undefined, looksAtMany: boolean): Promise<Seat> {
  const context = await contextOf(browser)
  const { page, giveAxe } = looksAtMany
    ? await openWarmPage(context, `${BASE}/admin`)
    : { page: await context.newPage(), giveAxe: async () => {} }
  return { context, page, complaints: complaintsOf(page), giveAxe }
}

async function lookedAtPage(seat: Seat, look: Look, path: string, hasRules: boolean) {
  const { context, page, complaints, giveAxe } = seat
  await wear(context, page, look)
  await page.goto(BASE + path)
  if (hasRules) await giveAxe()
  const found = hasRules ? await untidyThings(page, path === FRAME) : await widerThanWindow(page)
  return [...found, ...(await missingTexts(page)), ...complaints.splice(0)]
}

/** On a page of its own, whose policy forbids none of its styles. */
async function lookedAtMail({ context }: Seat, look: Look, html: string) {
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  await wear(context, page, look)
  await page.setContent(html)
  const found = [...(await untidyThings(page, false)), ...(await missingTexts(page))]
  await page.close()
  return [...found, ...complaints]
}

async function missingTexts(page: Page): Promise<string[]> {
  const html = await page.content()
  return html.includes('translation missing') ? ['a text is missing'] : []
}

async function contextOf(browser: WebVisitor | undefined): Promise<BrowserContext> {
  const chromium = await launchBrowser()
  const context = await chromium.newContext({ locale: 'fr-FR' })
  if (browser) await context.addCookies(browser.cookies)
  return context
}

const LONG_WORDS = `
  for (const cell of document.querySelectorAll('td bdi:only-child, td .thing-name bdi'))
    if (!/^[\\d\\s,.%+−-]*$/.test(cell.textContent)) cell.textContent = 'x'.repeat(200)`

/** Writes a word of 200 letters wherever a table has words. */
async function widerThanTables(page: Page, path: string): Promise<string[]> {
  await page.evaluate(LONG_WORDS)
  const wide = await page.evaluate<number>(
    `[...document.querySelectorAll('table')].filter((one) => one.offsetWidth > one.parentElement.clientWidth).length`
  )
  const found = await widerThanWindow(page)
  if (wide) found.push(`${wide} tables overflow`)
  return found.map((what) => `${path}: ${what}`)
}
