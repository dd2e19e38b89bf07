import type { Assert } from '@japa/assert'
import type { BrowserContext } from 'playwright'
import { BASE, complaintsOf, isTurnOf, logInToLook, violationsOf } from '#tests/support/browser'

/**
 * Opens each of these pages as an owner who reads that language: it is accessible, no wider than the window, no text
 * is missing, and the console stays empty. For pages in a state of their own: each page as it mostly is has its look in
 * `every_page.spec.ts`.
 */
export async function assertTidy(
  assert: Assert,
  context: BrowserContext,
  locale: string,
  paths: string[]
) {
  await logInToLook(context, locale)
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  for (const [at, path] of paths.entries()) {
    await page.goto(BASE + path)
    assert.notInclude(await page.content(), 'translation missing', path)
    assert.deepEqual(await violationsOf(page, isTurnOf(locale, at)), [], path)
  }
  assert.deepEqual(complaints, [])
}
