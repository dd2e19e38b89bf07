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
}

/** Runs axe-core on the page as it stands, past the page's own content security policy. */
export async function brokenRules(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(SOURCE)
  const results = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(OPTIONS)})`)
  return results.violations.map(({ id, nodes }) => `${id} on ${nodes[0].html.slice(0, 120)}`)
}
