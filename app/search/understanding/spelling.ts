import { indexTerm } from '#app/search/index/index_term'
import type { Lexicon } from '#app/search/understanding/lexicon'
import { isNumberLike } from '#app/search/understanding/number_like'
import { lookUpWords, type QueryWord } from '#app/search/understanding/query_words'

/** The words of a query as the shop spells them. */
type Spelling = {
  words: string[]
  /** What the index knows: one per word, then one per pair of neighbours written as one. */
  found: QueryWord[]
  /** Whether the customer wrote every word so that somebody knows it. */
  isKnown: boolean
  isCorrected: boolean
}

/** A last word of fewer letters is not completed. */
const SHORTEST_BEGINNING = 4
/** Nor is a shorter one before others, which people cut off less: «embra valeo». */
const SHORTEST_CUT_OFF = 5
/** What Arabic writes together with its noun: `elfran`, `لكليو`. */
const PREFIX = /^(?:[ei]?l|[بلو]ال|[بلو])(?=.{3})/

/**
 * Mends what nobody knows: `5w30` is `5w 30` where products say that, `demarrer` is `demarreur`. A
 * second statement is needed only when something was mended.
 * @param isWhole nothing is being typed: the last word is the last of all, and may have been cut off
 */
export async function spell(
  given: string[],
  known: Lexicon,
  { isWhole = false } = {}
): Promise<Spelling> {
  const looked = await lookUpWords([...given, ...pairs(given), ...given.flatMap(halves).flat()])
  const byWord = new Map(looked.map((found) => [found.word, found]))
  const isKnown = (word: string) => {
    const { known: inIndex, term } = byWord.get(word)!
    return inIndex || term === null || known.knows(word)
  }
  let isCorrected = false
  const words = given.flatMap((word, place) => {
    if (isKnown(word)) return [word]
    const isNumber = isNumberLike(word)
    const split = halves(word).find(
      (both) => both.every(isKnown) && (!isNumber || both.some((half) => known.names(half)))
    )
    if (split) return split
    if (isNumber) return [word]
    const bare = word.replace(PREFIX, '')
    if (bare !== word && known.knows(bare)) return [bare]
    const isLast = isWhole && place === given.length - 1
    const ending = completed(word, known)
    const corrected =
      (isLast && ending) ||
      known.correct(word) ||
      (word.length >= SHORTEST_CUT_OFF ? ending : undefined)
    if (corrected) isCorrected = true
    return [corrected ?? word]
  })
  const isSame = words.length === given.length && !isCorrected
  return {
    words,
    found: isSame
      ? looked.slice(0, Math.max(0, 2 * given.length - 1))
      : await lookUpWords([...words, ...pairs(words)]),
    isKnown: given.every(isKnown),
    isCorrected,
  }
}

function completed(word: string, known: Lexicon): string | undefined {
  return word.length < SHORTEST_BEGINNING ? undefined : known.complete(word)[0]
}

/** The same with a word that is still being typed: what it may become is asked elsewhere. */
export function beforeTyped({ words, found, ...rest }: Spelling, typed: string): Spelling {
  const own = notLookedUp(typed)
  const joints = words.slice(-1).map((last) => notLookedUp(last + typed))
  const ofWords = found.slice(0, words.length)
  const ofPairs = found.slice(words.length)
  return { ...rest, words: [...words, typed], found: [...ofWords, own, ...ofPairs, ...joints] }
}

function notLookedUp(word: string): QueryWord {
  return { word, term: indexTerm(word), known: false, products: 0 }
}

/** Neighbours written as one: «head set» is «headset». */
const pairs = (words: string[]) => words.slice(1).map((word, place) => words[place] + word)

/** Ways to part letters from digits: `5w30` is `5 w30` or `5w 30`, `10a` is `10 a`. */
function halves(word: string): [string, string][] {
  const found: [string, string][] = []
  for (let at = word.length - 1; at > 0; at--) {
    const isBorder = /\d/.test(word[at - 1]) !== /\d/.test(word[at])
    if (isBorder && /[a-z\d]{2}/.test(word[at - 1] + word[at])) {
      found.push([word.slice(0, at), word.slice(at)])
    }
  }
  return found
}
