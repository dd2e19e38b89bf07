import type { Lexicon } from '#app/search/understanding/lexicon'
import { meantBy, unique } from '#app/search/understanding/alternatives'
import { isNumberLike } from '#app/search/understanding/number_like'
import { completeTerm, guessTerms, type QueryWord } from '#app/search/understanding/query_words'
import type { Alternative, WordGroup } from '#app/search/understanding/understood'

/** What a guess is worth beside a word that is known, by the number of typing errors. */
const GUESS_BOOST = [0.8, 0.7, 0.5]
const JOINED_BOOST = 0.5
/** So many parts are thought of when one is being typed. */
const MOST_BEGUN = 4

type Looked = {
  own: QueryWord
  /** The word and a neighbour written as one. */
  joined: QueryWord[]
  isUnfinished: boolean
}

/** What a word asks for that belongs to no phrase: itself, else what it may become or was meant to be. */
export async function wordGroup({ own, joined, isUnfinished }: Looked, known: Lexicon) {
  const { word, term } = own
  const alternatives: Alternative[] = []
  if (own.known) alternatives.push({ term: term!, boost: 1, cover: 1 })
  for (const joint of joined) {
    if (joint.known && joint.term) {
      alternatives.push({ term: joint.term, boost: JOINED_BOOST, cover: 1 })
    }
  }
  if (isUnfinished && word.length > 1) alternatives.push(...beginningSo(word, known))
  const guesses = isUnfinished ? await completeTerm(word) : []
  if (alternatives.length + guesses.length === 0 && !isNumberLike(word)) {
    guesses.push(...(await guessTerms(word)))
  }
  for (const guess of guesses) {
    const boost = guess.term === term ? 1 : GUESS_BOOST[guess.errors]
    alternatives.push({ term: guess.term, boost, cover: 1 })
  }
  const group: WordGroup = { words: [word], alternatives: unique(alternatives), vehicleTypeIds: [] }
  return { ...group, isUnfinished }
}

/** Parts and places whose names begin so, in any spelling: `9od`, `plake`. */
function beginningSo(word: string, known: Lexicon): Alternative[] {
  return known
    .findBeginning([word])
    .slice(0, MOST_BEGUN)
    .flatMap((meaning) => meantBy(meaning, known))
    .map((alternative) => ({ ...alternative, boost: alternative.boost * GUESS_BOOST[0] }))
}
