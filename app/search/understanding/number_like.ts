const MEASURE = /^(?:\d{1,2}w\d{2}|\d{1,4}[a-z]{1,3})$/

/** `5w30`, `110ch`, `195mm`: a figure and its unit. */
export const isMeasure = (word: string): boolean => MEASURE.test(word)

/**
 * Whether a word is written like a part number: at least five letters and digits, two digits side by side, which
 * Tunisian in Latin letters has none of. Another one is never guessed for such a word: `gdb1331` is not `gdb1330`.
 */
export const isNumberLike = (word: string): boolean =>
  word.length >= 5 && /\d\d/.test(word) && !word.includes('.') && !MEASURE.test(word)

/**
 * Whether one may be a typing error of the other: `bkr5e` is never `bkr6e`. Without figures it may: Tunisian in Latin
 * letters has figures for letters, and not everybody writes them.
 */
export function hasSameFigures(asked: string, known: string): boolean {
  const figures = known.replace(/\D/g, '')
  return figures === '' || figures === asked.replace(/\D/g, '')
}

/** Whether a word that nobody knows may be a short number of a maker: letters, a figure, at least five: `bkr5e`. */
export const mayBeNumber = (word: string): boolean =>
  isNumberLike(word) || (/^[a-z]+\d[a-z\d]*$/.test(word) && word.length >= 5 && !isMeasure(word))
