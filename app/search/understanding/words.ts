import { foldWords } from '#app/platform/text/fold_words'
import { indexTerm } from '#app/search/index/index_term'

const MOST_WORDS = 24

/** The words of a query as they are compared, at most 24: what follows says nothing new. */
export const wordsOf = (text: string): string[] =>
  foldWords(text).split(' ').filter(Boolean).slice(0, MOST_WORDS)

/** The words of a phrase as the index knows them: «filtres à huile» and «filtre huile» are the same. */
export const termsOf = (words: string[]): string[] => words.flatMap((word) => indexTerm(word) ?? [])
