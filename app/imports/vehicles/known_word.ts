import { foldWords } from '#app/platform/text/fold_words'

/** The key of a table `{ ours: [theirs, …] }` that a word of theirs stands for; undefined when it is in none. */
export function knownWord<Word extends string>(
  given: string,
  words: Record<Word, readonly string[]>
): Word | undefined {
  const folded = foldWords(given)
  const all = Object.keys(words) as Word[]
  return all.find((word) => foldWords(word) === folded || words[word].includes(folded))
}
