import { setTimeout as sleep } from 'node:timers/promises'
import { bareHost } from '#app/prospector/sources/website/bare_host'

/** Requests to one host: one after the other, with time between an answer and the next request. */
export class Pace {
  #next = 0
  #last: Promise<unknown> = Promise.resolve()

  /** @param intervalMs the least; up to half of it is added by chance */
  constructor(private readonly intervalMs: number) {}

  /**
   * Asks the host when it is time to, behind those who wait already.
   * @param leastMs what the site itself asks for between two requests
   */
  turn<Answer>(
    ask: () => Promise<Answer>,
    { leastMs, signal }: { leastMs: number; signal?: AbortSignal }
  ): Promise<Answer> {
    const turn = this.#last.then(async () => {
      await this.#wait(signal)
      return ask().finally(() => this.#answered(leastMs))
    })
    this.#last = turn.catch(() => {})
    return turn
  }

  /** Nothing for so long. */
  rest(ms: number): void {
    this.#next = Math.max(this.#next, performance.now() + ms)
  }

  async #wait(signal?: AbortSignal) {
    const wait = this.#next - performance.now()
    if (wait > 0) await sleep(wait, undefined, { signal })
    signal?.throwIfAborted()
  }

  #answered(leastMs: number) {
    this.rest(Math.max(this.intervalMs, leastMs) * (1 + Math.random() / 2))
  }
}

const INTERVAL_MS = 2_000

/** The paces of all sites that are asked: two that lead to one share its pace, and `www.` is no other one. */
export class Paces {
  readonly #paces = new Map<string, Pace>()

  constructor(private readonly intervalMs = INTERVAL_MS) {}

  of(url: URL): Pace {
    const host = bareHost(url.hostname)
    const pace = this.#paces.get(host) ?? new Pace(this.intervalMs)
    this.#paces.set(host, pace)
    return pace
  }
}
