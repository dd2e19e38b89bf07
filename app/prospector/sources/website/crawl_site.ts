import { Agent } from 'undici'
import type { BoundedAnswer } from '#app/platform/web/fetch_bounded'
import { publicConnector, type Connector } from '#app/platform/web/public_connector'
import type { Renderer } from '#app/platform/web/render_page'
import { decodePage } from '#app/prospector/reader/decode_page'
import type { Vocabulary } from '#app/prospector/reader/mentions'
import { readPage, type PageReading } from '#app/prospector/reader/read_page'
import { bareHost } from '#app/prospector/sources/website/bare_host'
import { PageChoice } from '#app/prospector/sources/website/choose_pages'
import { type CrawlReason, reasonOf, Stop } from '#app/prospector/sources/website/crawl_reason'
import { PoliteClient, type Politeness } from '#app/prospector/sources/website/polite_client'
import { readSitemap } from '#app/prospector/sources/website/sitemap'

export interface CrawlOptions extends Politeness {
  vocabulary: Vocabulary
  mostPages?: number
  /** For tests alone: no setting leads here, and the default refuses what is not public. */
  connector?: Connector
  /** Shows pages that are empty without their scripts; without one they are told and left unread. */
  renderer?: Renderer
}

export interface Crawl {
  pages: PageReading[]
  /** Requests that were sent, robots.txt included. */
  asked: number
  /** Pages left out, by reason. */
  skipped: Partial<Record<CrawlReason, number>>
  /** Why there is nothing, when there is nothing. */
  reason: CrawlReason | null
  /** Why only a part of the site was read that could have been read: the rest may say more. */
  cutShort: CrawlReason | null
  /** Until when the site asked to be left alone, if it did. */
  notBefore: Date | null
}

const MOST_PAGES = 30
const MOST_SITEMAPS = 3
/** Pages that lead on by themselves, as redirects do, and frames of one page. */
const MOST_HOPS = 3
const MOST_FRAMES = 5
const HTML = /^(?:text\/html|application\/xhtml\+xml|)$/

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

class SiteCrawl {
  readonly #pages: PageReading[] = []
  readonly #skipped: Crawl['skipped'] = {}
  readonly #client: PoliteClient
  readonly #choice = new PageChoice((host) => bareHost(host) === this.#host)
  #host = ''
  #cutShort: CrawlReason | null = null
  #handing: Promise<unknown> = Promise.resolve()

  constructor(
    agent: Agent,
    private readonly options: CrawlOptions
  ) {
    this.#client = new PoliteClient(agent, options)
  }

  async run(start: URL | null): Promise<Crawl> {
    const reason = await this.#readSite(start)
    const { asked, notBefore } = this.#client
    const cutShort = this.#cutShort ?? (this.#wentAway ? 'unreachable' : null)
    return { pages: this.#pages, asked, skipped: this.#skipped, reason, cutShort, notBefore }
  }

  /** Tells why there is nothing, when there is nothing. */
  async #readSite(start: URL | null): Promise<CrawlReason | null> {
    try {
      if (!start || !/^https?:$/.test(start.protocol)) throw new Stop('forbidden_place')
      this.#host = bareHost(start.hostname)
      this.#choice.seen(start.href)
      await this.#visit(start, true)
      await this.#readSitemaps()
      if (this.#pages.length && !this.#choice.hasContact) {
        this.#choice.offer(new URL('/contact', this.#pages[0].url).href)
      }
      await this.#readOn()
    } catch (error) {
      this.options.signal?.throwIfAborted()
      if (!(error instanceof Stop)) throw error
      if (!this.#pages.length) return error.reason
      this.#cutShort = error.reason
    }
    return null
  }

  /** More pages were out of reach than were read: so is the site by now. */
  get #wentAway() {
    return this.#pages.length > 0 && (this.#skipped.unreachable ?? 0) > this.#pages.length
  }

  async #readOn() {
    while (!this.#isSpent) {
      const next = this.#choice.next()
      if (!next) return
      await this.#visit(new URL(next.url), false)
    }
  }

  async #visit(url: URL, isStart: boolean, hops = 0): Promise<void> {
    const page = await this.#page(url, isStart)
    if (!page) return
    const html = htmlOf(page.answer)
    const reading = await this.#read(page.at, html)
    if (isStart && reading.refresh && hops < MOST_HOPS)
      return this.#visit(new URL(reading.refresh), true, hops + 1)
    this.#take(isStart && reading.parts.length ? await this.#joined(reading, html) : reading)
  }

  /** A frameset is read as one page with what it frames. */
  async #joined({ url, parts }: PageReading, html: string): Promise<PageReading> {
    const framed: string[] = []
    for (const part of parts.slice(0, MOST_FRAMES)) {
      const page = await this.#page(new URL(part), false)
      if (page) framed.push(htmlOf(page.answer))
    }
    return this.#read(new URL(url), [html, ...framed].join('\n'))
  }

  async #page(url: URL, isStart: boolean) {
    try {
      const page = await this.#follow(url, isStart)
      if (asksToWait(page.answer.status, isStart)) throw new Stop('busy')
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
    this.#skipped[reason] = (this.#skipped[reason] ?? 0) + 1
    return reason
  }

  #take(reading: PageReading) {
    this.#pages.push(reading)
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
    return this.#client.asked >= (this.options.mostPages ?? MOST_PAGES)
  }

  /** A site that has moved as a whole is read where it is now; a page that leads elsewhere is not ours. */
  #follow(url: URL, isStart: boolean) {
    return this.#client.follow(url, (target) => {
      if (bareHost(target.hostname) !== this.#host) {
        if (!isStart) throw new Stop('moved')
        this.#host = bareHost(target.hostname)
      }
      this.#choice.seen(target.href)
    })
  }

  async #readSitemaps() {
    const [page] = this.#pages
    if (!page) return
    const named = this.#client.sitemaps
    const waiting = (named.length ? named : [new URL('/sitemap.xml', page.url).href]).slice(
      0,
      MOST_SITEMAPS
    )
    for (let read = 0; read < MOST_SITEMAPS && waiting.length; read++) {
      const url = URL.parse(waiting.shift()!)
      if (!url || bareHost(url.hostname) !== this.#host) continue
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
}

const htmlOf = ({ body, headers }: BoundedAnswer) =>
  decodePage(body, String(headers['content-type'] ?? ''))

/** A page that fails alone is left out; a start page that fails is a server that does. */
const asksToWait = (status: number, isStart: boolean) =>
  status === 429 || status === 503 || (isStart && status >= 500)
