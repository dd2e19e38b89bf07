import { setTimeout as sleep } from 'node:timers/promises'

/** Time between an answer of a host and the next request to it. */
export class Pace {
  #next = 0

  /** @param intervalMs the least; up to half of it is added by chance */
  constructor(private readonly intervalMs: number) {}

  /** Waits until the host may be asked again. */
  async turn(signal?: AbortSignal): Promise<void> {
    const wait = this.#next - performance.now()
    if (wait > 0) await sleep(wait, undefined, { signal })
    signal?.throwIfAborted()
  }

  /** The host has answered. `leastMs` is what the site itself asks for between two requests. */
  answered(leastMs: number): void {
    this.rest(Math.max(this.intervalMs, leastMs) * (1 + Math.random() / 2))
  }

  /** Nothing for so long. */
  rest(ms: number): void {
    this.#next = Math.max(this.#next, performance.now() + ms)
  }
}
