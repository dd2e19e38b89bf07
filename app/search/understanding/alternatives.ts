import type { Lexicon, Meaning, PartMeaning } from '#app/search/understanding/lexicon'
import type { Alternative } from '#app/search/understanding/understood'

/** Of the departments that a word leaves open, each counts so much of the one before. */
const NEXT_LIKELY = 0.75
/** The customer's own words count a little less than the part type they name. */
const BESIDE_MEANING = 0.6
/** A «filtre» is hardly a «filtre à huile». */
const HEAD_ALONE = 0.5
/** A «silentbloc de triangle» is hardly a «triangle»: it stands on a shelf for something else. */
const ELSEWHERE = 0.25
/** Products without a category carry it. */
const ON_NO_SHELF = 'category:none'
/** Being of the brand counts less than speaking of it in name and description, too. */
const BRAND_BOOST = 0.7

/** The terms that say what a phrase means. */
export function meantBy(meaning: Meaning, known: Lexicon): Alternative[] {
  switch (meaning.kind) {
    case 'brand':
      return [{ ...sure(`brand:${meaning.id}`), boost: BRAND_BOOST }]
    case 'quality':
      return [sure(`quality:${meaning.code}`)]
    case 'position':
      return meaning.terms.map(sure)
    case 'part':
      return [...shelvesOf(meaning), ...named(meaning, known)]
    default:
      return []
  }
}

const shelvesOf = ({ categoryIds }: PartMeaning): Alternative[] =>
  categoryIds.map((id, place) => ({ ...sure(`category:${id}`), boost: NEXT_LIKELY ** place }))

const sure = (term: string): Alternative => ({ term, boost: 1, cover: 1 })

/** For products that are in no category: «plaquette» tells «plaquette de frein», «filtre» needs its «huile». */
function named(part: PartMeaning, known: Lexicon): Alternative[] {
  const [head, ...others] = part.terms
  if (!head) return []
  const isEnough = others.length === 0 || (known.tellsPart(head) && !part.isUnshelved)
  const word: Alternative = {
    ...{ term: head, boost: BESIDE_MEANING, cover: 1 },
    ...(!isEnough && { beside: others }),
  }
  return offShelf(part, word, known)
}

/** A word for a part that has shelves: it counts wholly where a product stands on none. */
function offShelf({ categoryIds }: PartMeaning, word: Alternative, known: Lexicon): Alternative[] {
  if (categoryIds.length === 0) return [word]
  const { beside = [], cover } = word
  const elsewhere = { ...word, cover: cover * ELSEWHERE }
  const { hasUnshelved } = known.known
  return hasUnshelved ? [{ ...word, beside: [...beside, ON_NO_SHELF] }, elsewhere] : [elsewhere]
}

/**
 * The customer's own words for it.
 * @param length how many words the phrase has, joints included
 */
export function ownWords(
  meaning: Meaning,
  terms: string[],
  length: number,
  known: Lexicon
): Alternative[] {
  if (meaning.kind === 'models') return modelAlternatives(terms, length)
  const own = terms.map((term): Alternative => ({ term, boost: 1, cover: 1 / length }))
  if (meaning.kind !== 'part') return own
  if (meaning.isUnshelved) return []
  // The head of a part tells it: «plaquettes» of «plaquettes de frein».
  const isMeant = meaning.categoryIds.length + meaning.terms.length > 0
  return isMeant
    ? own.slice(0, 1).flatMap((head) => offShelf(meaning, besideMeaning(head, length), known))
    : own
}

const besideMeaning = (head: Alternative, length: number): Alternative => ({
  ...{ ...head, boost: BESIDE_MEANING },
  cover: length > 1 ? HEAD_ALONE / length : 1,
})

/** Words in the spelling of the catalogue, and as they were written. */
export function spelledWords(terms: string[], known: Lexicon): Alternative[] {
  const spelled = [...terms.map((term) => known.spelling(term)), ...terms]
  return unique(spelled.map((term) => ({ term, boost: 1, cover: 1 / terms.length })))
}

/**
 * What tells a model: all of its name, and a part of it that is no number of a generation, which is in too many
 * names: «clio» of «Clio 4».
 * @param length how many words the model was named with
 */
function modelAlternatives(terms: string[], length: number): Alternative[] {
  if (length === 1) {
    return terms.filter((term) => term.length > 1).map((term) => ({ term, boost: 1, cover: 1 }))
  }
  const telling = terms.filter((term) => /\D{2}/.test(term))
  const [first] = telling
  const beside = terms.filter((term) => term !== first)
  return [
    ...(first && beside.length > 0 ? [{ term: first, boost: 1, cover: 1, beside }] : []),
    ...telling.map((term) => ({ term, boost: 1, cover: 1 / length })),
  ]
}

/** Each term once, as it was given first; by itself it is another one than beside others. */
export const unique = (alternatives: Alternative[]) =>
  alternatives.filter(
    (each, place) => place === alternatives.findIndex((other) => keyOf(other) === keyOf(each))
  )

const keyOf = ({ term, beside = [] }: Alternative) => [term, ...beside].join(' ')
