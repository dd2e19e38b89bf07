import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { BrowserContext, Page } from 'playwright'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const OPTIONS = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  // Nobody asks what is right, or by which selector: finding that out takes axe a third of its time.
  resultTypes: ['violations'],
  selectors: false,
  // Axe cannot talk to frames where nothing may run; what those show is looked at by itself.
  iframes: false,
}

/**
 * A page on which looking at many documents, one after the other, costs half: each of them would compile axe anew.
 * Here another page of the same origin compiles it once, and works on every document of the one that it has opened.
 * Documents that it may not reach bring their own axe, as ever.
 *
 * @param origin some page of those that are looked at
 */
export async function openWarmPage(context: BrowserContext, origin: string) {
  const host = await context.newPage()
  await host.goto(origin)
  await host.evaluate(`globalThis.giveAxe = (window) => { ${SOURCE} }; undefined`)
  const opened = context.waitForEvent('page')
  await host.evaluate(`globalThis.looked = open('about:blank'); undefined`)
  const page = await opened
  const giveAxe = () => host.evaluate('looked.closed || giveAxe(looked); undefined')
  return { page, giveAxe }
}

/**
 * Runs axe-core on the page as it stands, past the page's own content security policy.
 *
 * @param part selects what of the page is looked at
 */
export async function brokenRules(page: Page, part = ':root'): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(SOURCE)
  const run = `axe.run(${JSON.stringify(part)}, ${JSON.stringify(OPTIONS)})`
  const results = await page.evaluate<AxeResults>(run)
  return results.violations.map(({ id, nodes }) => `${id} on ${nodes[0].html.slice(0, 120)}`)
}
