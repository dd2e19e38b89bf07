/** Words that only join others, in French, English, Arabic, and Tunisian in Latin letters. */
const JOINTS = new Set(
  `a au aux avec and ce ces dans de des du en et for in la le les leur of on or ou par pour qui sa son sur the to un
  une with el il mta3 mte3 meta3 mtaa ta3 te3 taa من في مع علي الي عن متاع تاع و`.split(/\s+/)
)
/** A hamza that is not heard, a plural, a feminine: ماء, مساعدات, خلفيه. */
const ARABIC_ENDING = /^(.{2,})ء$|^(.{3,})(?:ات|ه)$/

export const isJoint = (word: string): boolean => JOINTS.has(word)

/**
 * One form for a word and its plural, French, English or Arabic: `batteries`, `batterie` and `battery` are the
 * same, and so are `مساعدات`, `مساعده` and `مساعد`; null for words that only join others. The twin in SQL is
 * `index_term()`; both read the same test vectors.
 */
export function indexTerm(word: string): string | null {
  if (isJoint(word)) return null
  const [, said, single] = ARABIC_ENDING.exec(word) ?? []
  if (said || single) return said || single
  if (word.length < 4) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.endsWith('ie')) return `${word.slice(0, -2)}y`
  if (word.endsWith('ux') || /[^s\d]s$/.test(word)) return word.slice(0, -1)
  return word
}
