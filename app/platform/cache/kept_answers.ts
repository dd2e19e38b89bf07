/**
 * An answer that is ready to be sent: bytes, so that no hit encodes its text again. Compressed forms
 * are made once, when first asked for.
 */
export type Answer = { body: Buffer; etag: string; gzip?: Buffer; brotli?: Buffer }

/** What an answer takes beside its bytes, roughly: its key, its objects, its place in the map. */
const OVERHEAD = 1_000

type Kept = { answer: Answer; epochs: string; bytes: number; until: number }

/**
 * Answers in the memory of this process, at most `mostBytes` of them, compressed forms included:
 * the one unused for longest goes first. A cache library in this place cost as much as all the rest
 * of a hit (docs/performance.md).
 */
export class KeptAnswers {
  #bytes = 0
  /** Least recently used first. */
  readonly #kept = new Map<string, Kept>()

  constructor(private readonly mostBytes: number) {}

  /** @param epochs of what the answer is made from: an answer of other ones is old, and goes. */
  get(key: string, epochs: string): Answer | undefined {
    const kept = this.#kept.get(key)
    if (!kept) return undefined
    this.#remove(key, kept)
    if (kept.epochs !== epochs || kept.until < performance.now()) return undefined
    this.#put(key, kept)
    return kept.answer
  }

  /** @param ttl seconds. */
  set(key: string, epochs: string, answer: Answer, ttl: number) {
    const replaced = this.#kept.get(key)
    if (replaced) this.#remove(key, replaced)
    this.#put(key, { answer, epochs, until: performance.now() + ttl * 1_000 })
    for (const [oldest, kept] of this.#kept) {
      if (this.#bytes <= this.mostBytes) break
      this.#remove(oldest, kept)
    }
  }

  #put(key: string, { answer, epochs, until }: Omit<Kept, 'bytes'>) {
    const bytes = sizeOf(answer)
    this.#bytes += bytes
    this.#kept.set(key, { answer, epochs, bytes, until })
  }

  #remove(key: string, { bytes }: Kept) {
    this.#bytes -= bytes
    this.#kept.delete(key)
  }
}

const sizeOf = ({ body, gzip, brotli }: Answer) =>
  OVERHEAD + body.length + (gzip?.length ?? 0) + (brotli?.length ?? 0)
