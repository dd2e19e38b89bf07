/** Durations in milliseconds, and how many requests failed. */
export class Latencies {
  #durations: number[] = []
  errors = 0
  firstError?: string

  add(milliseconds: number) {
    this.#durations.push(milliseconds)
  }

  fail(reason: string) {
    this.errors++
    this.firstError ??= reason
  }

  get count() {
    return this.#durations.length
  }

  /** The duration that `share` (0 to 1) of the requests did not exceed. */
  percentile(share: number): number {
    const sorted = this.#durations.toSorted((a, b) => a - b)
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  }
}
