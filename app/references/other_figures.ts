/** Figures of a message that are no part numbers. */
const OTHERS = [
  // 12/03/2026, 2026-03-12, 2012-2019
  /(?<![\d/.-])(?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:19|20)?\d\d(?![\d/-]|\.\d)/gu,
  /(?<![\d-])(?:19|20)\d\d-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])(?![\d-])/gu,
  /(?<![\d-])(?:19|20)\d\d\s?[-–/]\s?(?:19|20)\d\d(?![\d-])/gu,
  // 14:05:33
  /(?<!\d)[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?!\d)/gu,
  // +216 98 123 456, tél: 98.123.456
  /(?<![\p{L}\p{N}])(?:\+|00216)\s?\d[\d\s.-]{6,14}\d/gu,
  /(?<!\p{L})(?:t[ée]l|gsm|mob|whatsapp|portable|هاتف|واتساب|الهاتف)[^\p{L}\d]{0,4}\d[\d .-]{6,14}\d/giu,
  // 45,000 DT
  /(?<!\d)\d{1,3}(?:[ .,]?\d{3}){0,3}(?:[.,]\d{1,3})?\s?(?:dt|tnd|dinars?|€|eur|د\.?ت|دينار)(?![\p{L}\d])/giu,
]

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
