const K1 = 1.2
const B = 0.75

/** Plain BM25 over title, brand, number and description, any word matching: the textbook to compare with. */
export class Bm25 {
  readonly #postings = new Map<string, Map<string, number>>()
  readonly #lengths = new Map<string, number>()
  #meanLength = 0

  constructor(documents: { id: string; text: string }[]) {
    for (const { id, text } of documents) {
      const words = wordsOf(text)
      this.#lengths.set(id, words.length)
      this.#meanLength += words.length / documents.length
      for (const word of words) {
        const postings = this.#postings.get(word) ?? new Map<string, number>()
        this.#postings.set(word, postings.set(id, (postings.get(id) ?? 0) + 1))
      }
    }
  }

  rank(query: string): string[] {
    const scores = new Map<string, number>()
    for (const word of new Set(wordsOf(query))) {
      const postings = this.#postings.get(word) ?? new Map<string, number>()
      const rarity = Math.log(
        1 + (this.#lengths.size - postings.size + 0.5) / (postings.size + 0.5)
      )
      for (const [id, frequency] of postings) {
        const length = 1 - B + (B * this.#lengths.get(id)!) / this.#meanLength
        const score = (rarity * frequency * (K1 + 1)) / (frequency + K1 * length)
        scores.set(id, (scores.get(id) ?? 0) + score)
      }
    }
    return [...scores].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id)
  }
}

/** Plural s taken off, as in the figures that come with the judgments. */
const wordsOf = (text: string) =>
  (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((word) =>
    word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
  )
