import { setTimeout as sleep } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import type { Browser, BrowserContext, Page, Route } from 'playwright-core'
import type { BoundedAnswer } from '#app/platform/web/fetch_bounded'

/** A page of strangers that shows nothing without its scripts. */
interface ScriptedPage {
  url: string
  html: string
  /** Gets whatever the page asks for, as carefully as the page itself was got; null for what it does not get. */
  fetch(url: URL): Promise<BoundedAnswer | null>
  signal?: AbortSignal
}

/** What a page looks like once its scripts have run, as HTML; null when that cannot be told. */
export type Renderer = (page: ScriptedPage) => Promise<string | null>

interface ChromiumSettings {
  executablePath: string
  /** For tests alone, which run as somebody for whom Chromium has no sandbox. */
  sandbox?: boolean
  args?: string[]
  /** The longest that a page may take, with all that it asks for. */
  timeoutMs?: number
}

const TIMEOUT_MS = 60_000
const MOST_CHARACTERS = 2 * 1024 * 1024
/** Enough for a page to say who it is of. */
const ENOUGH_TEXT = 200
const SETTLED_MS = 500

/** Nothing but what is handed to it: no name is looked up, no connection leads anywhere, not even to this machine. */
const NO_NETWORK = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-bypass-list=<-loopback>',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
  '--js-flags=--max-old-space-size=256',
]
const NOWHERE = { server: 'http://127.0.0.1:9' }
const WANTED = new Set(['script', 'xhr', 'fetch'])

let last: Promise<unknown> = Promise.resolve()

/**
 * Renders pages in a Chromium of their own, one at a time in this process, that is gone afterwards with all they left. See
 * docs/adr/0027-scripted-pages.md.
 */
export function chromiumRenderer(settings: ChromiumSettings): Renderer {
  return (page) => {
    const turn = last.then(() => renderAlone(page, settings))
    last = turn.catch(() => {})
    return turn
  }
}

async function renderAlone(page: ScriptedPage, settings: ChromiumSettings): Promise<string | null> {
  page.signal?.throwIfAborted()
  const browser = await launch(settings)
  if (!browser) return null
  const { timeoutMs = TIMEOUT_MS } = settings
  const over = new AbortController()
  try {
    const tooLong = sleep(timeoutMs, null, { signal: over.signal })
    tooLong.catch(() => {})
    return await Promise.race([shownBy(browser, page, timeoutMs), tooLong, stopped(page, over)])
  } catch (error) {
    page.signal?.throwIfAborted()
    logger.debug({ err: error, url: page.url }, 'a page could not be rendered')
    return null
  } finally {
    over.abort()
    await browser.close()
  }
}

/** Fails when the caller is told to stop. */
const stopped = ({ signal }: ScriptedPage, over: AbortController) =>
  new Promise<never>((_, reject) => {
    const stop = () => reject(signal?.reason)
    signal?.addEventListener('abort', stop, { once: true, signal: over.signal })
  })

async function launch({ executablePath, sandbox = true, args = [] }: ChromiumSettings) {
  try {
    const { chromium } = await import('playwright-core')
    return await chromium.launch({
      ...{ executablePath, chromiumSandbox: sandbox, proxy: NOWHERE },
      args: [...args, ...NO_NETWORK],
    })
  } catch (error) {
    logger.warn({ err: error }, 'Chromium does not start: pages that need scripts are not read')
    return null
  }
}

async function shownBy(browser: Browser, asked: ScriptedPage, timeoutMs: number) {
  const context = await browser.newContext({
    ...{ serviceWorkers: 'block', acceptDownloads: false, locale: 'fr', permissions: [] },
  })
  const page = await context.newPage()
  await hold(context, page, asked)
  await page.goto(asked.url, { waitUntil: 'domcontentloaded', timeout: timeoutMs })
  await settle(page, timeoutMs)
  return page.evaluate<string>(`document.documentElement.outerHTML.slice(0, ${MOST_CHARACTERS})`)
}

/** Everything that the page asks for goes through us; windows that it opens are shut. */
async function hold(context: BrowserContext, page: Page, asked: ScriptedPage) {
  context.on('page', (other) => void other.close().catch(() => {}))
  await context.routeWebSocket(/./, (socket) => void socket.close())
  let isFirst = true
  await context.route(/./, (route) => {
    const isMain = isFirst && route.request().isNavigationRequest()
    if (!isMain) return hand(route, asked).catch(() => {})
    isFirst = false
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: asked.html })
  })
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}))
}

async function hand(route: Route, { fetch }: ScriptedPage) {
  const request = route.request()
  const url = URL.parse(request.url())
  const isWanted = request.method() === 'GET' && WANTED.has(request.resourceType())
  const answer = url && isWanted ? await fetch(url) : null
  if (!answer) return route.abort('blockedbyclient')
  return route.fulfill({
    ...{ status: answer.status, body: answer.body },
    headers: headersOf(answer),
  })
}

/** What the page may know of an answer; nothing that would be kept. */
function headersOf({ headers }: BoundedAnswer): Record<string, string> {
  const told = Object.entries(headers).filter(([name]) =>
    /^content-type$|^access-control-/.test(name)
  )
  return Object.fromEntries(told.map(([name, value]) => [name, String(value)]))
}

/** Until it shows something and asks for nothing more. */
async function settle(page: Page, timeoutMs: number) {
  await page
    .waitForFunction(`document.body && document.body.innerText.length > ${ENOUGH_TEXT}`, null, {
      timeout: timeoutMs / 4,
    })
    .catch(() => {})
  await page.waitForLoadState('networkidle', { timeout: timeoutMs / 4 }).catch(() => {})
  await sleep(SETTLED_MS)
}
