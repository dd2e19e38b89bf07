const MEASURE = /^(?:\d{1,2}w\d{2}|\d{1,4}[a-z]{1,3})$/

/** `5w30`, `110ch`, `195mm`: a figure and its unit. */
export const isMeasure = (word: string): boolean => MEASURE.test(word)

/**
 * Whether a word is written like a part number: at least five letters and digits, two digits side by side, which
 * Tunisian in Latin letters has none of. Another one is never guessed for such a word: `gdb1331` is not `gdb1330`.
 */
export const isNumberLike = (word: string): boolean =>
  word.length >= 5 && /\d\d/.test(word) && !word.includes('.') && !MEASURE.test(word)
