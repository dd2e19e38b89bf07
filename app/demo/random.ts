/**
 * A small seeded generator (mulberry32): the same seed and labels give the
 * same sequence on every machine. Not for secrets.
 */
export class Random {
  #state: number

  /** Labels split one seed into independent sequences. */
  constructor(seed: number, ...labels: (string | number)[]) {
    this.#state = hash([seed, ...labels].join('\u0000'))
  }

  /** At least 0, below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low)
  }

  /** Both ends included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]
  }

  /** All of the list; what weighs more tends to come first (exponential keys). */
  shuffle<T>(list: readonly T[], weightOf: (item: T) => number): T[] {
    return list
      .map((item) => ({ item, key: -Math.log(1 - this.next()) / weightOf(item) }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item)
  }

  /** A count of independent events of which `mean` are expected. */
  poisson(mean: number): number {
    if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()))
    const limit = Math.exp(-mean)
    let count = 0
    for (let product = this.next(); product > limit; product *= this.next()) count += 1
    return count
  }

  /** Standard normal (Box-Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next())
  }
}

/** FNV-1a, 32 bits, stirred at the end so that neighbouring labels part ways. */
export function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
