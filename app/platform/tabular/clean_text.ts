/** Marks that steer the direction of text, and the byte order mark: invisible, and they break comparisons. */
const INVISIBLE = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
/** Control characters that mean nothing in a cell. NUL is told apart: the row is damaged. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
const PLAIN = /^[\x20-\x7e]*$/

const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/
const GUARDED = /^'+[=+\-@\t\r＝＋－＠]/

/** Text of a cell as it is kept: trimmed, composed (NFC), without invisible marks. */
export function cleanText(text: string): string {
  const trimmed = text.trim()
  if (PLAIN.test(trimmed)) return trimmed
  const composed = trimmed.toWellFormed().normalize('NFC')
  return composed.replace(INVISIBLE, '').replace(CONTROL, '').trim()
}

/** Text of a cell as it is exported: a spreadsheet must not run it as a formula. */
export function guardFormula(text: string): string {
  if (/^-?\d+([.,]\d+)?$/.test(text)) return text
  return FORMULA.test(text) ? `'${text}` : text
}

/** `cleanText` for cells of spreadsheets: takes off what `guardFormula` put on. */
export function cleanGuardedText(text: string): string {
  const clean = cleanText(text)
  return GUARDED.test(clean) ? clean.slice(1) : clean
}
