import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright'

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
