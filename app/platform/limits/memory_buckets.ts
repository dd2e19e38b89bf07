import {
  takeTokens,
  type BucketPolicy,
  type BucketStore,
  type Taking,
} from '#app/platform/limits/token_bucket'

const MOST_BUCKETS = 50_000

/**
 * Buckets of this process. Nothing is awaited between reading and writing, so requests cannot race.
 * Beyond `mostBuckets` the one untouched for longest is dropped: that caller starts afresh.
 */
export class MemoryBuckets implements BucketStore {
  /** When each bucket is full again, in microseconds of `nowUs`; least recently used first. */
  readonly #fullAt = new Map<string, number>()

  constructor(
    private readonly nowUs: () => number = () => Math.floor(performance.now() * 1000),
    private readonly mostBuckets = MOST_BUCKETS
  ) {}

  get size(): number {
    return this.#fullAt.size
  }

  async take(key: string, policy: BucketPolicy, cost: number): Promise<Taking> {
    const now = this.nowUs()
    const missingUs = Math.max(0, (this.#fullAt.get(key) ?? 0) - now)
    const taking = takeTokens(missingUs, policy, cost)
    this.#remember(key, now + taking.missingUs)
    return taking
  }

  #remember(key: string, fullAt: number) {
    this.#fullAt.delete(key)
    this.#fullAt.set(key, fullAt)
    if (this.#fullAt.size <= this.mostBuckets) return
    const [oldest] = this.#fullAt.keys()
    this.#fullAt.delete(oldest)
  }
}
