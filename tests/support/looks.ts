import { readFileSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright'
import { isDeep } from '#tests/depth'
import { brokenRules } from '#tests/support/axe'
import { BASE, widerThanWindow } from '#tests/support/browser'

const LOCALES = ['fr', 'ar'] as const
const THEMES = ['light', 'dark'] as const
const WIDTHS = [1440, 390] as const

/** How somebody sees the back office. */
export type Look = { locale: string; theme: string; width: number }

/** Every look; those who follow each other differ in two things or three. */
export const LOOKS: Look[] = [0, 7, 1, 6, 2, 5, 3, 4].map((n) => ({
  locale: LOCALES[n & 1],
  theme: THEMES[(n >> 1) & 1],
  width: WIDTHS[n >> 2],
}))

const OPENABLES = readFileSync(new URL('./openables.js', import.meta.url), 'utf8')
const OPENED = '[data-opened]'

/** What the page opens next has that look. */
export async function wear(context: BrowserContext, page: Page, { locale, theme, width }: Look) {
  const choices = Object.entries({ locale, theme })
  await context.addCookies(choices.map(([name, value]) => ({ name, value, url: BASE })))
  await page.setViewportSize({ width, height: 900 })
}

/**
 * What is wrong with a page: rules that it breaks, and whether it is wider than the window; the same of every dialog
 * and popover that it can open, one after the other, and of the palette where it is asked for.
 */
export async function untidyThings(page: Page, withPalette: boolean): Promise<string[]> {
  await page.evaluate(OPENABLES)
  await page.evaluate('unfold()')
  const wider = await widerThanWindow(page)
  if (!isDeep) await page.evaluate('shorten()')
  const found = [...(await brokenRules(page)), ...wider]
  const kinds = await page.evaluate<number>('openables()')
  for (let at = 0; at < kinds; at++) {
    const what = await page.evaluate<string>(`setOpen(${at}, true)`)
    const broken = [...(await brokenRules(page, OPENED)), ...(await widerThanWindow(page))]
    found.push(...broken.map((rule) => `with «${what}» open: ${rule}`))
    await page.evaluate(`setOpen(${at}, false)`)
  }
  if (withPalette) found.push(...(await untidyPalette(page)))
  return found
}

async function untidyPalette(page: Page): Promise<string[]> {
  await page.keyboard.press('Control+k')
  await page.locator('.palette .answers a').first().waitFor()
  const found = [...(await brokenRules(page, '.palette')), ...(await widerThanWindow(page))]
  return found.map((rule) => `with the palette open: ${rule}`)
}
