/** Words that only join others, in French, English and Arabic. */
const JOINTS = new Set(
  `a au aux avec and ce ces dans de des du en et for in la le les leur of on or ou par pour qui sa son sur the to un
  une with من في مع علي الي عن متاع و`.split(/\s+/)
)

export const isJoint = (word: string): boolean => JOINTS.has(word)

/**
 * One form for a word and its plural, French or English: `batteries`, `batterie` and `battery` are the
 * same; null for words that only join others. The twin in SQL is `index_term()`; both read the same
 * test vectors.
 */
export function indexTerm(word: string): string | null {
  if (isJoint(word)) return null
  if (word.length < 4) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.endsWith('ie')) return `${word.slice(0, -2)}y`
  if (word.endsWith('ux') || /[^s\d]s$/.test(word)) return word.slice(0, -1)
  return word
}
