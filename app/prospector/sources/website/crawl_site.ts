import { Agent, type Dispatcher } from 'undici'
import { fetchBounded, type BoundedAnswer } from '#app/platform/web/fetch_bounded'
import { ForbiddenPlace, publicConnector, type Connector } from '#app/platform/web/public_connector'
import type { Renderer } from '#app/platform/web/render_page'
import { decodePage } from '#app/prospector/reader/decode_page'
import type { Vocabulary } from '#app/prospector/reader/mentions'
import { readPage, type PageReading } from '#app/prospector/reader/read_page'
import { PageChoice } from '#app/prospector/sources/website/choose_pages'
import { Pace } from '#app/prospector/sources/website/pace'
import {
  EVERYTHING,
  NOTHING,
  parseRobots,
  ROBOTS_BYTES,
  type Robots,
} from '#app/prospector/sources/website/robots'
import { readSitemap } from '#app/prospector/sources/website/sitemap'

export interface CrawlOptions {
  vocabulary: Vocabulary
  /** Sent as `User-Agent`; its first word is what robots.txt calls us. */
  userAgent: string
  /** The least time between two requests to one host. */
  intervalMs?: number
  mostPages?: number
  /** The longest that one answer may take. */
  timeoutMs?: number
  /** For tests alone: no setting leads here, and the default refuses what is not public. */
  connector?: Connector
  /** Shows pages that are empty without their scripts; without one they are told and left unread. */
  renderer?: Renderer
  signal?: AbortSignal
}

/** Why a site, or a page of it, was not read. */
export type CrawlReason =
  | 'robots'
  | 'unreachable'
  | 'forbidden_place'
  | 'refused'
  | 'moved'
  | 'too_many_redirects'
  | 'not_html'
  | 'busy'
  | 'social_network'
  | 'needs_script'

export interface Crawl {
  pages: PageReading[]
  /** Requests that were sent, robots.txt included. */
  asked: number
  /** Pages left out, by reason. */
  skipped: Partial<Record<CrawlReason, number>>
  /** Why there is nothing, when there is nothing. */
  reason: CrawlReason | null
}

const INTERVAL_MS = 2_000
const MOST_PAGES = 30
const MOST_BYTES = 2 * 1024 * 1024
const TIMEOUT_MS = 10_000
const MOST_HOPS = 5
const MOST_SITEMAPS = 3
const LONGEST_REST_MS = 60_000
const HTML = /^(?:text\/html|application\/xhtml\+xml|)$/
/** Places where everybody is, and which do not want to be read. */
const SOCIAL =
  /(?:^|\.)(?:facebook|fb|instagram|linkedin|twitter|x|tiktok|youtube|pinterest|google|goo|t)\.(?:com|me|gl|co)$/i

/** Reads the site at `start` as politely as DESIGN asks: see docs/prospector.md. */
export async function crawlSite(start: string, options: CrawlOptions): Promise<Crawl> {
  const url = URL.parse(start)
  const agent = new Agent({
    connect: options.connector ?? publicConnector(),
    connections: 1,
    pipelining: 1,
    maxHeaderSize: 32 * 1024,
  })
  try {
    return await new SiteCrawl(agent, options).run(url)
  } finally {
    await agent.destroy()
  }
}

/** Ends the crawl of a site. */
class Stop extends Error {
  constructor(readonly reason: CrawlReason) {
    super(reason)
  }
}

class SiteCrawl {
  readonly #crawl: Crawl = { pages: [], asked: 0, skipped: {}, reason: null }
  readonly #robots = new Map<string, Robots>()
  readonly #paces = new Map<string, Pace>()
  readonly #choice = new PageChoice((host) => bare(host) === this.#host)
  #host = ''
  #rests = 0
  #handing: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly options: CrawlOptions
  ) {}

  async run(start: URL | null): Promise<Crawl> {
    try {
      if (!start || !/^https?:$/.test(start.protocol)) throw new Stop('forbidden_place')
      this.#host = bare(start.hostname)
      this.#choice.seen(start.href)
      await this.#visit(start, true)
      await this.#readSitemaps()
      if (this.#crawl.pages.length && !this.#choice.hasContact) {
        this.#choice.offer(new URL('/contact', this.#crawl.pages[0].url).href)
      }
      await this.#readOn()
    } catch (error) {
      this.options.signal?.throwIfAborted()
      if (!(error instanceof Stop)) throw error
      if (!this.#crawl.pages.length) this.#crawl.reason = error.reason
    }
    return this.#crawl
  }

  async #readOn() {
    while (!this.#isSpent) {
      const next = this.#choice.next()
      if (!next) return
      await this.#visit(new URL(next.url), false)
    }
  }

  async #visit(url: URL, isStart: boolean) {
    const page = await this.#page(url, isStart)
    if (page) await this.#take(page.at, page.answer)
  }

  async #page(url: URL, isStart: boolean) {
    try {
      const page = await this.#follow(url, isStart)
      if (page.answer.status !== 200) throw new Stop('refused')
      if (!HTML.test(page.answer.type)) throw new Stop('not_html')
      return page
    } catch (error) {
      const reason = this.#leaveOut(error)
      if (isStart || reason === 'busy') throw new Stop(reason)
      return undefined
    }
  }

  /** Counts a page that is not read, with the reason; a crawl that was called off ends. */
  #leaveOut(error: unknown): CrawlReason {
    this.options.signal?.throwIfAborted()
    const reason = reasonOf(error)
    this.#crawl.skipped[reason] = (this.#crawl.skipped[reason] ?? 0) + 1
    return reason
  }

  async #take(at: URL, answer: BoundedAnswer) {
    const html = decodePage(answer.body, String(answer.headers['content-type'] ?? ''))
    const reading = await this.#read(at, html)
    this.#crawl.pages.push(reading)
    for (const { url, text } of reading.links) this.#choice.offer(url, text)
  }

  async #read(at: URL, html: string): Promise<PageReading> {
    const { vocabulary, renderer, signal } = this.options
    const reading = readPage(html, at.href, vocabulary)
    if (!reading.needsScript || !renderer) return reading
    const shown = await renderer({ url: at.href, html, signal, fetch: (url) => this.#hand(url) })
    return shown === null ? reading : readPage(shown, at.href, vocabulary)
  }

  /** What a page asks for while its scripts run: one after the other, at the pace and within the number of pages. */
  #hand(url: URL): Promise<BoundedAnswer | null> {
    const turn = this.#handing.then(async () => {
      if (this.#isSpent || !/^https?:$/.test(url.protocol)) return null
      try {
        const { answer } = await this.#follow(url, false)
        return answer.status === 200 ? answer : null
      } catch (error) {
        this.#leaveOut(error)
        return null
      }
    })
    this.#handing = turn.catch(() => {})
    return turn
  }

  get #isSpent() {
    return this.#crawl.asked >= (this.options.mostPages ?? MOST_PAGES)
  }

  /** Gets a page; every hop of it is looked at like the first one. */
  async #follow(url: URL, isStart: boolean) {
    let at = url
    for (let hop = 0; hop <= MOST_HOPS; hop++) {
      if (SOCIAL.test(at.hostname)) throw new Stop('social_network')
      const robots = await this.#robotsOf(at)
      if (!robots.allows(at.pathname + at.search)) throw new Stop('robots')
      const answer = await this.#get(at, MOST_BYTES, robots.delaySeconds * 1000)
      const target = redirectOf(answer, at)
      if (!target) return { answer, at }
      if (!/^https?:$/.test(target.protocol) || target.username || target.password) {
        throw new Stop('forbidden_place')
      }
      if (bare(target.hostname) !== this.#host) {
        // A site that has moved as a whole is read where it is now; a page that leads elsewhere is not ours.
        if (!isStart) throw new Stop('moved')
        this.#host = bare(target.hostname)
      }
      this.#choice.seen(target.href)
      at = target
    }
    throw new Stop('too_many_redirects')
  }

  async #robotsOf(url: URL): Promise<Robots> {
    const known = this.#robots.get(url.origin)
    if (known) return known
    const robots = await this.#readRobots(url)
    this.#robots.set(url.origin, robots)
    return robots
  }

  /** RFC 9309, 2.3: nothing there allows everything, and a server that is not there nothing. */
  async #readRobots(url: URL): Promise<Robots> {
    let at: URL = new URL('/robots.txt', url)
    for (let hop = 0; hop <= MOST_HOPS; hop++) {
      const answer = await this.#get(at, ROBOTS_BYTES, 0)
      const target = redirectOf(answer, at)
      if (target) {
        if (!/^https?:$/.test(target.protocol)) return EVERYTHING
        at = target
        continue
      }
      if (answer.status === 429 || answer.status >= 500) return NOTHING
      if (answer.status >= 400) return EVERYTHING
      const [agent] = this.options.userAgent.split('/')
      return parseRobots(answer.body.toString('utf8'), agent)
    }
    return EVERYTHING
  }

  async #readSitemaps() {
    const [page] = this.#crawl.pages
    if (!page) return
    const named = [...this.#robots.values()].flatMap(({ sitemaps }) => sitemaps)
    const waiting = (named.length ? named : [new URL('/sitemap.xml', page.url).href]).slice(
      0,
      MOST_SITEMAPS
    )
    for (let read = 0; read < MOST_SITEMAPS && waiting.length; read++) {
      const url = URL.parse(waiting.shift()!)
      if (!url || bare(url.hostname) !== this.#host) continue
      const sitemap = await this.#readSitemap(url)
      if (sitemap?.isIndex) waiting.push(...sitemap.addresses)
      else for (const address of sitemap?.addresses ?? []) this.#choice.offer(address)
    }
  }

  async #readSitemap(url: URL) {
    try {
      const { answer } = await this.#follow(url, false)
      return answer.status === 200 ? readSitemap(answer.body) : undefined
    } catch (error) {
      this.options.signal?.throwIfAborted()
      if (reasonOf(error) === 'busy') throw new Stop('busy')
      return undefined
    }
  }

  /** One request, at the host's pace; a site that asks to wait is waited for, once, and not for long. */
  async #get(url: URL, mostBytes: number, leastMs: number): Promise<BoundedAnswer> {
    const pace = this.#paceOf(url.host)
    await pace.turn(this.options.signal)
    this.#crawl.asked += 1
    const answer = await this.#fetch(url, mostBytes).finally(() => pace.answered(leastMs))
    if (answer.status !== 429 && answer.status !== 503) return answer
    const wait = retryAfterMs(answer.headers['retry-after'])
    if (wait === undefined) return answer
    if (wait > LONGEST_REST_MS || this.#rests > 0) throw new Stop('busy')
    this.#rests += 1
    pace.rest(wait)
    return this.#get(url, mostBytes, leastMs)
  }

  #fetch(url: URL, mostBytes: number) {
    const { signal, userAgent, timeoutMs = TIMEOUT_MS } = this.options
    return fetchBounded(url, {
      ...{ dispatcher: this.dispatcher, mostBytes, timeoutMs, signal },
      headers: { 'user-agent': userAgent, 'accept-language': 'fr, ar;q=0.8, en;q=0.5' },
      wants: (status) => status === 200,
    })
  }

  #paceOf(host: string): Pace {
    const pace = this.#paces.get(host) ?? new Pace(this.options.intervalMs ?? INTERVAL_MS)
    this.#paces.set(host, pace)
    return pace
  }
}

/** `www.` is the same place. */
export const bare = (host: string) =>
  host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.$/, '')

function redirectOf({ status, headers }: BoundedAnswer, at: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || typeof headers.location !== 'string')
    return undefined
  const target = URL.parse(headers.location, at.href)
  if (!target) throw new Stop('refused')
  return target
}

function reasonOf(error: unknown): CrawlReason {
  if (error instanceof Stop) return error.reason
  return error instanceof ForbiddenPlace ? 'forbidden_place' : 'unreachable'
}

function retryAfterMs(header: string | string[] | undefined): number | undefined {
  if (typeof header !== 'string') return undefined
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now())
}
