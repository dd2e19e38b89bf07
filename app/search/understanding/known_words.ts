import { allowedErrors, editDistance } from '#app/platform/text/edit_distance'
import { indexTerm } from '#app/search/index/index_term'
import { hasSameFigures } from '#app/search/understanding/number_like'
import { soundsOf } from '#app/search/understanding/sound'

/** A shorter word is not taken for one that only says what a part is like: `supor` is no «super». */
const SHORTEST_LIKENESS = 6
/** Shorter ones do not sound like anything in particular. */
const SHORTEST_HEARD = 4

/** What a word says, from most to least: a name by itself, a word of one, what a part is like. */
const WEIGHTS = ['name', 'word', 'likeness'] as const
export type Weight = (typeof WEIGHTS)[number]

/** Words hardly change while the lexicon is made anew with every change of the catalogue. */
const listened = new Map<string, string[]>()

function soundsOfKnown(word: string): string[] {
  const known = listened.get(word)
  if (known) return known
  const sounds = soundsOf(word)
  listened.set(word, sounds)
  return sounds
}

/** Every word of a phrase the shop knows, as it is written: what customers' own spellings are measured against. */
export class KnownWords {
  readonly #terms = new Set<string>()
  /** By first letter and length: what a typing error is looked for in. */
  readonly #shelves = new Map<string, string[]>()
  readonly #sounds = new Map<string, string[]>()
  readonly #weights = new Map<string, Weight>()

  add(word: string, weight: Weight) {
    const before = this.#weights.get(word)
    if (before && WEIGHTS.indexOf(before) <= WEIGHTS.indexOf(weight)) return
    const term = indexTerm(word)
    if (term === null) return
    this.#terms.add(term)
    this.#weights.set(word, weight)
    if (!before) push(this.#shelves, word[0] + word.length, word)
    // Only what names something is listened for.
    if (weight === 'likeness' || (before && before !== 'likeness')) return
    for (const sound of soundsOfKnown(word)) push(this.#sounds, sound, word)
  }

  has(word: string): boolean {
    return this.#terms.has(indexTerm(word) ?? '')
  }

  /** Words that the beginning of one may become, the shortest first. */
  complete(beginning: string): string[] {
    const shelves = [...this.#shelves].filter(([shelf]) => shelf[0] === beginning[0])
    return shelves
      .flatMap(([, words]) => words.filter((word) => word.startsWith(beginning)))
      .sort((a, b) => a.length - b.length)
  }

  /** The one that a word is most likely another spelling of, else a typing error of; a name rather than a word of one. */
  correct(word: string): string | undefined {
    const heard = this.#heard(word)
    if (heard && this.#weights.get(heard) === 'name') return heard
    const mistyped = this.#mistyped(word)
    return mistyped && heard && this.#rank(heard) <= this.#rank(mistyped)
      ? heard
      : (mistyped ?? heard)
  }

  /** That which sounds alike; of several a name rather than a word of one, and the one that is written most alike. */
  #heard(word: string): string | undefined {
    if (word.length < SHORTEST_HEARD) return undefined
    const alike = soundsOf(word)
      .map((sound) =>
        (this.#sounds.get(sound) ?? []).filter(({ length }) => length >= SHORTEST_HEARD)
      )
      .find(({ length }) => length > 0)
    return alike?.toSorted(
      (a, b) => this.#rank(a) - this.#rank(b) || errorsOf(word, a) - errorsOf(word, b)
    )[0]
  }

  #mistyped(word: string): string | undefined {
    const most = allowedErrors(word)
    if (most === 0) return undefined
    let best: { word: string; errors: number } | undefined
    for (let length = Math.max(4, word.length - most); length <= word.length + most; length++) {
      // People rarely get the first letter wrong, and agreeing on it halves the work and the surprises.
      for (const known of this.#shelves.get(word[0] + length) ?? []) {
        if (!this.#mayBeMeant(word, known)) continue
        const isBetter = best !== undefined && this.#rank(known) < this.#rank(best.word)
        const limit = best ? best.errors - Number(!isBetter) : most
        const errors = editDistance(word, known, limit)
        if (errors <= limit) best = { word: known, errors }
      }
    }
    return best?.word
  }

  #mayBeMeant = (word: string, known: string) =>
    hasSameFigures(word, known) &&
    (this.#weights.get(known) !== 'likeness' || word.length >= SHORTEST_LIKENESS)

  #rank = (known: string) => WEIGHTS.indexOf(this.#weights.get(known)!)
}

const errorsOf = (word: string, known: string) =>
  editDistance(word, known, word.length + known.length)

function push(lists: Map<string, string[]>, key: string, word: string) {
  const list = lists.get(key)
  if (list) list.push(word)
  else lists.set(key, [word])
}
