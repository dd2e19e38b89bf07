import type { Lexicon } from '#app/search/understanding/lexicon'
import { meantBy, unique } from '#app/search/understanding/alternatives'
import { isNumberLike } from '#app/search/understanding/number_like'
import {
  completeTerm,
  type Guess,
  guessTerms,
  type QueryWord,
} from '#app/search/understanding/query_words'
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

/** What words ask for that belong to no phrase: themselves, else what they may become or were meant to be. */
export async function wordGroups(looked: Looked[], known: Lexicon): Promise<WordGroup[]> {
  const told = await Promise.all(looked.map((each) => alternativesOf(each, known)))
  const strange = looked.filter(
    ({ own: { word } }, place) => told[place].length === 0 && !isNumberLike(word)
  )
  const guesses = await guessTerms(strange.map(({ own: { word } }) => word))
  return looked.map(({ own: { word, term }, isUnfinished }, place) => ({
    words: [word],
    alternatives: unique([
      ...told[place],
      ...(guesses.get(word) ?? []).map((guess) => guessed(guess, term)),
    ]),
    vehicleTypeIds: [],
    isUnfinished,
  }))
}

async function alternativesOf({ own, joined, isUnfinished }: Looked, known: Lexicon) {
  const { word, term } = own
  const alternatives: Alternative[] = []
  if (own.known) alternatives.push({ term: term!, boost: 1, cover: 1 })
  for (const joint of joined) {
    if (joint.known && joint.term) {
      alternatives.push({ term: joint.term, boost: JOINED_BOOST, cover: 1 })
    }
  }
  if (isUnfinished && word.length > 1) alternatives.push(...beginningSo(word, known))
  const endings = isUnfinished ? await completeTerm(word) : []
  return [...alternatives, ...endings.map((ending) => guessed(ending, term))]
}

const guessed = (guess: Guess, own: string | null): Alternative => ({
  ...{ term: guess.term, cover: 1 },
  boost: guess.term === own ? 1 : GUESS_BOOST[guess.errors],
})

/** Parts and places whose names begin so, in any spelling: `9od`, `plake`. */
function beginningSo(word: string, known: Lexicon): Alternative[] {
  return known
    .findBeginning([word])
    .slice(0, MOST_BEGUN)
    .flatMap((meaning) => meantBy(meaning, known))
    .map((alternative) => ({ ...alternative, boost: alternative.boost * GUESS_BOOST[0] }))
}
