import { mkdir } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import sparticuz from '@sparticuz/chromium'
import { lastingPath } from '#app/platform/project_root'
import { isDeep } from '#tests/depth'
import { createStaff, PASSWORD } from '#tests/support/staff'
import type { Group } from '@japa/runner/core'
import { brokenRules } from '#tests/support/axe'
import { ownersBrowser } from '#tests/support/web_visitor'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'

/** Arguments of serverless hosts that a test run must not have: one process for all pages, and a graphics card in software. */
const UNWANTED = new Set([
  '--single-process',
  '--no-zygote',
  '--ignore-gpu-blocklist',
  '--in-process-gpu',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
])

export const BROWSER_ARGS = [
  ...sparticuz.args.filter((argument) => !UNWANTED.has(argument)),
  '--disable-gpu',
]

/** A machine that shares its cores with other suites may take this long for a page, or for what a page waits for. */
const PATIENCE_MS = 120_000

let browser: Promise<Browser> | undefined

/** The Chromium that npm installed, started once for all tests. */
export function launchBrowser(): Promise<Browser> {
  browser ??= launch()
  return browser
}

async function launch(): Promise<Browser> {
  const launched = await chromium.launch({ executablePath: await unpack(), args: BROWSER_ARGS })
  launched.on('context', (context) => context.setDefaultTimeout(PATIENCE_MS))
  return launched
}

/** Unpacks into the project: what another user has unpacked in /tmp cannot be started. */
export async function unpack(): Promise<string> {
  const { TMPDIR } = process.env
  process.env.TMPDIR = lastingPath(app, 'tmp/chromium')
  await mkdir(process.env.TMPDIR, { recursive: true })
  try {
    return await sparticuz.executablePath()
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
}

export const isBrowserAvailable = process.platform === 'linux' && process.arch === 'x64'

export async function closeBrowser() {
  const running = await browser
  browser = undefined
  await running?.close()
}

/** A group of tests that needs Chromium: left out where there is none, and closes it at its end. */
export function inBrowser(group: Group) {
  group.each.skip(!isBrowserAvailable, 'npm has a Chromium for Linux x64 only')
  group.setup(() => closeBrowser)
}

export const BASE = `http://${process.env.HOST}:${process.env.PORT}`

/** Everything the page complained about on its console. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return complaints
}

const OVERFLOW = 'document.documentElement.scrollWidth - window.innerWidth'

type Look = { width: number; theme: 'light' | 'dark' }

const DESK: Look = { width: 1440, theme: 'light' }
const PHONE: Look = { width: 390, theme: 'dark' }

const LOOKS: Look[] = [DESK, { ...DESK, theme: 'dark' }, { ...PHONE, theme: 'light' }, PHONE]

/**
 * Accessibility rules that the page breaks, and whether it is wider than the window. The deep run looks at every pair
 * of theme and width; the quick one at a desk by day from left to right, and at a telephone by night from right to left.
 *
 * @param isLookedAt false when the rules are looked at in another language, see `isTurnOf`
 */
export async function violationsOf(page: Page, isLookedAt = true): Promise<string[]> {
  const found = isLookedAt ? await rulesBrokenOn(page) : []
  for (const look of [DESK, PHONE]) {
    await lookAt(page, look)
    const wider = await widerThanWindow(page)
    found.push(...wider.map((what) => `${look.width}: ${what}`))
  }
  return found
}

async function rulesBrokenOn(page: Page): Promise<string[]> {
  const found: string[] = []
  const isArabic = await page.evaluate<boolean>("document.documentElement.dir === 'rtl'")
  for (const look of isDeep ? LOOKS : [isArabic ? PHONE : DESK]) {
    await lookAt(page, look)
    const broken = await brokenRules(page)
    found.push(...broken.map((rule) => `${look.theme} ${look.width}: ${rule}`))
  }
  return found
}

/**
 * Whether the rules are looked at in this language on the page of that place. Pages are opened in each language, and
 * the deep run looks at them in each: a second of a core a time. The quick run looks at each page once, in turn.
 */
export function isTurnOf(locale: string, at: number, locales = ['fr', 'ar']): boolean {
  return isDeep || locales[at % locales.length] === locale
}

/** Tells whether the page is wider than its window, and by how much. */
export async function widerThanWindow(page: Page): Promise<string[]> {
  const overflow = await page.evaluate<number>(OVERFLOW)
  return overflow > 0 ? [`wider than the window by ${overflow}px`] : []
}

async function lookAt(page: Page, { width, theme }: Look) {
  await page.setViewportSize({ width, height: 900 })
  await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`)
}

/** Logs somebody in: a new account of that role, unless one is given. */
export async function logIn(page: Page, who: string | { email: string }, locale = 'fr') {
  await fillLogin(page, typeof who === 'string' ? await createStaff(who) : who, locale)
  await page.waitForURL(`${BASE}/admin`)
}

/** Logs in whoever only looks at pages, as an owner: one that many tests share, without the form. */
export async function logInToLook(context: BrowserContext, locale: string) {
  const { cookies } = await ownersBrowser()
  await context.addCookies([...cookies, { name: 'locale', value: locale, url: BASE }])
}

/** Sends the form of the login, wherever that leads to. */
export async function fillLogin(page: Page, { email }: { email: string }, locale = 'fr') {
  await page.goto(`${BASE}/admin/login?locale=${locale}`)
  await page.fill('#email', email)
  await page.fill('#password', PASSWORD)
  await page.click('main button.button-primary')
}
