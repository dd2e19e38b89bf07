import type { Cell } from '#app/platform/tabular/row'
import { latinDigits } from '#app/platform/text/latin_digits'

/** What parts the whole from the fraction: `1,234.50` or `1.234,50`. */
export type DecimalStyle = 'point' | 'comma'

/** Units that people write beside an amount. */
const CURRENCY =
  /^(?:tnd|dt|dinars?|د\.?\s?ت\.?|€|\$|£|eur|usd)|(?:tnd|dt|dinars?|د\.?\s?ت\.?|€|\$|£|eur|usd|%)$/giu
const GROUPED = {
  point: /^(?:\d{1,3}(?:[,' ]\d{3})+|\d+)?(?:\.(\d*))?$/,
  comma: /^(?:\d{1,3}(?:[.' ]\d{3})+|\d+)?(?:,(\d*))?$/,
}
/** Looked for where they begin only: a cell may be long. */
const ZEROS_AT_THE_END = /(?<!0)0+$/
const MAX_UNITS = Number.MAX_SAFE_INTEGER

/** Why a text is no number of the wanted kind. */
export class NotANumber extends Error {}

/**
 * An exact decimal as a whole number of 10^-places units: `1 234,5` with 3
 * places is 1234500. Throws `NotANumber` on more decimals than places (zeros
 * aside), on letters, and on separators that do not follow the style.
 */
export function parseUnits(cell: Cell, style: DecimalStyle, places: number): number {
  const number = readDecimal(cell, style)
  if (number.fraction.length > places) {
    throw new NotANumber(`«${cell}» has more than ${places} decimals`)
  }
  return unitsOf(number, cell, places)
}

/** The same for a number that was reckoned: decimals beyond the places are rounded, a half away from zero. */
export function roundUnits(cell: Cell, style: DecimalStyle, places: number): number {
  return unitsOf(readDecimal(cell, style), cell, places)
}

/** A number as it is written: its sign, and its digits before and after the mark. */
type Decimal = { negative: boolean; whole: string; fraction: string }

function readDecimal(cell: Cell, style: DecimalStyle): Decimal {
  if (typeof cell === 'number') return readDecimal(plain(cell), 'point')
  const mark = style === 'point' ? '.' : ','
  const { negative, digits } = prepare(cell, mark)
  const found = /\d/.test(digits) ? GROUPED[style].exec(digits) : null
  if (!found) throw new NotANumber(`«${cell}» is not a number with a decimal ${style}`)
  const [whole] = digits.split(mark)
  const fraction = (found[1] ?? '').replace(ZEROS_AT_THE_END, '')
  return { negative, whole: whole.replace(/\D/g, ''), fraction }
}

function unitsOf({ negative, whole, fraction }: Decimal, cell: Cell, places: number): number {
  const kept = Number(whole + fraction.slice(0, places).padEnd(places, '0'))
  const units = fraction.charAt(places) >= '5' ? kept + 1 : kept
  if (units > MAX_UNITS) throw new NotANumber(`«${cell}» is too large`)
  return negative && units ? -units : units
}

/**
 * The style of a column of numbers. A text with both separators, a repeated
 * one, or other than three digits after it tells for sure; `1,234` alone is
 * read as 1.234, because prices in dinars have three decimals.
 */
export function detectDecimals(cells: Cell[]): DecimalStyle {
  const votes = { point: 0, comma: 0 }
  for (const cell of cells) {
    if (typeof cell === 'number') continue
    const { digits } = prepare(cell, ',')
    const vote = voteOf(digits.replace(/[' ]/g, ''))
    if (vote) votes[vote.style] += vote.weight
  }
  return votes.comma > votes.point ? 'comma' : 'point'
}

function voteOf(digits: string): { style: DecimalStyle; weight: number } | undefined {
  if (!/^\d*(?:[.,]\d+)+$/.test(digits)) return undefined
  const marks = digits.replace(/\d/g, '')
  const last = marks.at(-1) === '.' ? 'point' : 'comma'
  const other = last === 'point' ? 'comma' : 'point'
  if (marks.length > 1) return { style: new Set(marks).size > 1 ? last : other, weight: 100 }
  const ambiguous = /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)
  return { style: last, weight: ambiguous ? 1 : 100 }
}

/** Takes off sign and currency, and gives Arabic digits and separators their Latin form. */
function prepare(text: string, mark: string): { negative: boolean; digits: string } {
  const latin = latinDigits(text)
    .replaceAll('٬', ' ')
    .replace(/[\u00a0\u202f\u2009’]/g, ' ')
    .replaceAll('٫', mark)
    .trim()
    .replace(CURRENCY, '')
    .trim()
  const negative = /^[-−]/.test(latin)
  return { negative, digits: latin.replace(/^[-−+]\s*/, '') }
}

/** A stored number without exponent, as far as its digits go. */
function plain(number: number): string {
  if (!Number.isFinite(number) || Math.abs(number) >= 1e15) return String(number)
  const text = String(number)
  return text.includes('e')
    ? number.toFixed(20).replace(ZEROS_AT_THE_END, '').replace(/\.$/, '')
    : text
}
