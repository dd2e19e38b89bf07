import { indexTerm, isJoint } from '#app/search/index/index_term'

/**
 * The neighbouring words of a query as text search queries: products whose name or description has
 * them side by side speak of the same thing rather than of two.
 */
export function sideBySide(words: string[]): string[] {
  const telling = words.filter((word) => !isJoint(word))
  return telling.slice(1).map((word, at) => {
    const [left, right] = [forms(telling[at]), forms(word)]
    // One joint may stand between them: kit de distribution.
    return `${left} <-> ${right} | ${left} <2> ${right}`
  })
}

/** The word and its other number. */
function forms(word: string): string {
  const singular = indexTerm(word)!
  const spellings = new Set([word, singular, `${singular}s`])
  return `(${[...spellings].map((spelling) => `'${spelling}':AC`).join(' | ')})`
}
