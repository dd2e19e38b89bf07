import type { Dispatcher } from 'undici'
import { fetchBounded, type BoundedAnswer } from '#app/platform/web/fetch_bounded'
import { Stop } from '#app/prospector/sources/website/crawl_reason'
import { Paces } from '#app/prospector/sources/website/pace'
import {
  AWAY,
  EVERYTHING,
  parseRobots,
  ROBOTS_BYTES,
  type Robots,
} from '#app/prospector/sources/website/robots'

export interface Politeness {
  /** Sent as `User-Agent`; its first word is what robots.txt calls us. */
  userAgent: string
  /** The least time between two requests to one host, where `paces` are not given. */
  intervalMs?: number
  /** Shared by all that is read at once. */
  paces?: Paces
  /** The longest that one answer may take. */
  timeoutMs?: number
  signal?: AbortSignal
}

const MOST_BYTES = 2 * 1024 * 1024
const TIMEOUT_MS = 10_000
const MOST_HOPS = 5
const LONGEST_REST_MS = 60_000
/** Places where everybody is, and which do not want to be read. */
const SOCIAL =
  /(?:^|\.)(?:facebook|fb|instagram|linkedin|twitter|x|tiktok|youtube|pinterest|google|goo|t)\.(?:com|me|gl|co)$/i

/** Asks hosts at their pace for what their robots.txt allows. */
export class PoliteClient {
  /** Requests that were sent, robots.txt included. */
  asked = 0
  /** When a site that asked for more time than we wait may be asked again. */
  notBefore: Date | null = null
  readonly #robots = new Map<string, Robots>()
  readonly #paces: Paces
  #rests = 0

  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly options: Politeness
  ) {
    this.#paces = options.paces ?? new Paces(options.intervalMs)
  }

  /** What the robots.txt files read so far name. */
  get sitemaps(): string[] {
    return [...this.#robots.values()].flatMap(({ sitemaps }) => sitemaps)
  }

  /**
   * Gets a page; every hop of it is looked at like the first one.
   * @param moves told where a redirect leads; throws to stay away
   */
  async follow(url: URL, moves: (target: URL) => void) {
    let at = url
    for (let hop = 0; hop <= MOST_HOPS; hop++) {
      if (SOCIAL.test(at.hostname)) throw new Stop('social_network')
      const robots = await this.#robotsOf(at)
      if (!robots.allows(at.pathname + at.search)) {
        throw new Stop(robots.isAway ? 'robots_away' : 'robots')
      }
      const answer = await this.#get(at, MOST_BYTES, robots.delaySeconds * 1000)
      const target = redirectOf(answer, at)
      if (!target) return { answer, at }
      if (!/^https?:$/.test(target.protocol) || target.username || target.password) {
        throw new Stop('forbidden_place')
      }
      moves(target)
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
      if (answer.status === 429 || answer.status >= 500) return AWAY
      if (answer.status >= 400) return EVERYTHING
      const [agent] = this.options.userAgent.split('/')
      return parseRobots(answer.body.toString('utf8'), agent)
    }
    return EVERYTHING
  }

  /** One request, at the host's pace; a site that asks to wait is waited for, once, and not for long. */
  async #get(url: URL, mostBytes: number, leastMs: number): Promise<BoundedAnswer> {
    const { signal } = this.options
    const pace = this.#paces.of(url)
    const { answer, isAgain } = await pace.turn(
      async () => {
        this.asked += 1
        const told = await this.#fetch(url, mostBytes)
        const wait = this.#restOf(told)
        pace.rest(wait)
        return { answer: told, isAgain: wait > 0 }
      },
      { leastMs, signal }
    )
    return isAgain ? this.#get(url, mostBytes, leastMs) : answer
  }

  /** How long the host wants to be left alone, in milliseconds: 0 where it says nothing of the kind. */
  #restOf({ status, headers }: BoundedAnswer): number {
    const isBusy = status === 429 || status === 503
    const wait = isBusy ? retryAfterMs(headers['retry-after']) : undefined
    if (wait === undefined) return 0
    if (wait > LONGEST_REST_MS || this.#rests > 0) {
      this.notBefore = new Date(Date.now() + wait)
      throw new Stop('busy')
    }
    this.#rests += 1
    return Math.max(wait, 1)
  }

  #fetch(url: URL, mostBytes: number) {
    const { signal, userAgent, timeoutMs = TIMEOUT_MS } = this.options
    return fetchBounded(url, {
      ...{ dispatcher: this.dispatcher, mostBytes, timeoutMs, signal },
      headers: { 'user-agent': userAgent, 'accept-language': 'fr, ar;q=0.8, en;q=0.5' },
      wants: (status) => status === 200,
    })
  }
}

function redirectOf({ status, headers }: BoundedAnswer, at: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || typeof headers.location !== 'string')
    return undefined
  const target = URL.parse(headers.location, at.href)
  if (!target) throw new Stop('refused')
  return target
}

function retryAfterMs(header: string | string[] | undefined): number | undefined {
  if (typeof header !== 'string') return undefined
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now())
}
