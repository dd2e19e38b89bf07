const DAY = '(?:0?[1-9]|[12]\\d|3[01])'
const MONTH = '(?:0?[1-9]|1[0-2])'
const YEAR = '(?:19|20)\\d\\d'

/** Figures of a message that are no part numbers. */
const OTHERS = [
  // 12/03/2026, 2026-03-12, 2012-2019
  `(?<![\\d/.-])${DAY}([/.-])${MONTH}\\1(?:19|20)?\\d\\d(?![\\d/-]|\\.\\d)`,
  `(?<![\\d-])${YEAR}-${MONTH}-${DAY}(?![\\d-])`,
  `(?<![\\d-])${YEAR}\\s?[-–/]\\s?${YEAR}(?![\\d-])`,
  // 14:05:33
  '(?<!\\d)[0-2]?\\d:[0-5]\\d(?::[0-5]\\d)?(?!\\d)',
  // +216 98 123 456, tél: 98.123.456
  '(?<![\\p{L}\\p{N}])(?:\\+|00216)\\s?\\d[\\d\\s.-]{6,14}\\d',
  '(?<!\\p{L})(?:t[ée]l|gsm|mob|whatsapp|portable|هاتف|واتساب|الهاتف)[^\\p{L}\\d]{0,4}\\d[\\d .-]{6,14}\\d',
  // 45,000 DT
  '(?<!\\d)\\d{1,3}(?:[ .,]?\\d{3})*(?:[.,]\\d{1,3})?\\s?(?:dt|tnd|dinars?|€|eur|د\\.?ت|دينار)(?![\\p{L}\\d])',
].map((pattern) => new RegExp(pattern, 'giu'))

/** What is left of a text when dates, times, telephone numbers and prices are blanked, each letter at its place. */
export function withoutOtherFigures(text: string): string {
  return OTHERS.reduce(
    (left, pattern) => left.replace(pattern, (found) => ' '.repeat(found.length)),
    text
  )
}

const AMOUNT = /^(?:\d{1,6}|\d{1,3}[ .,]\d{3})(?:[.,]\d{1,3})?$/

/** Whether a cell of a table may be a quantity or a price: so many figures and no more. */
export const isAmount = (cell: string) => AMOUNT.test(cell.trim())
