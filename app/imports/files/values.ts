import { RowRejected } from '#app/imports/import_target'
import {
  type DecimalStyle,
  NotANumber,
  parseUnits,
  roundUnits,
} from '#app/platform/tabular/decimals'
import type { Cell } from '#app/platform/tabular/row'
import { decodeEntities } from '#app/platform/tabular/xml_tokens'

/** A million dinars: dearer than any part, cheaper than most mistakes. */
const MAX_MILLIMES = 1_000_000_000

const YES = ['1', 'true', 'yes', 'oui', 'vrai', 'y', 'o', 'x', 'continue', 'notify', 'نعم']
const NO = ['0', 'false', 'no', 'non', 'faux', 'n', 'deny', 'لا']

/** A decimal number as units of 10^-places. Throws `RowRejected`. */
export function units(column: string, cell: Cell, decimals: DecimalStyle, places: number): number {
  return under(column, () => parseUnits(cell, decimals, places))
}

/**
 * An amount as millimes; `places` are the decimals it may have: 3 for dinars, 0 for millimes.
 * Throws `RowRejected` when negative, or a million dinars and more.
 */
export function millimes(column: string, cell: Cell, decimals: DecimalStyle, places = 3): number {
  const amount = units(column, cell, decimals, places)
  expectSensible(column, cell, amount)
  return amount
}

/**
 * An amount of dinars that somebody has reckoned, as millionths of a dinar: what a price is without
 * its tax, what a piece of a pack costs. Further decimals are rounded. Throws like `millimes`.
 */
export function microdinars(column: string, cell: Cell, decimals: DecimalStyle): number {
  const amount = under(column, () => roundUnits(cell, decimals, 6))
  expectSensible(column, cell, amount / 1_000)
  return amount
}

function under(column: string, read: () => number): number {
  try {
    return read()
  } catch (error) {
    if (error instanceof NotANumber) throw new RowRejected(`${column}: ${error.message}`)
    throw error
  }
}

function expectSensible(column: string, cell: Cell, amount: number) {
  if (amount < 0) throw new RowRejected(`${column}: «${cell}» is negative`)
  if (amount >= MAX_MILLIMES)
    throw new RowRejected(`${column}: «${cell}» is a million dinars or more`)
}

/** A whole number from `min` to `max`. Throws `RowRejected`. */
export function wholeNumber(
  column: string,
  cell: Cell,
  decimals: DecimalStyle,
  { min = 0, max = 2_147_483_647 } = {}
): number {
  const number = units(column, cell, decimals, 0)
  if (number < min || number > max) {
    throw new RowRejected(`${column}: «${cell}» is not between ${min} and ${max}`)
  }
  return number
}

/** The number, unless it is more than `most`. Throws `RowRejected`, with the cell as it was written. */
export function atMost(column: string, cell: Cell, number: number, most: number): number {
  if (number <= most) return number
  throw new RowRejected(`${column}: «${cell}» is more than ${most}`)
}

/** Throws `RowRejected` when the text is longer than `max`. */
export function limitedText(column: string, text: string, max: number): string {
  if (text.length > max) throw new RowRejected(`${column}: longer than ${max} characters`)
  return text
}

/** One of the words of a table `{ ours: [theirs, …] }`. Throws `RowRejected`. */
export function oneOf<Word extends string>(
  column: string,
  cell: Cell,
  words: Record<Word, string[]>
): Word {
  const given = String(cell).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  const all = Object.keys(words) as Word[]
  const found = all.find((word) => word === given || words[word].includes(given))
  if (!found) throw new RowRejected(`${column}: «${cell}» is not one of ${all.join(', ')}`)
  return found
}

/** Throws `RowRejected`. */
export function yesOrNo(column: string, cell: Cell): boolean {
  const given = String(cell).toLowerCase()
  if (YES.includes(given)) return true
  if (NO.includes(given)) return false
  throw new RowRejected(`${column}: «${cell}» is neither yes nor no`)
}

/** Text of HTML: paragraphs and list items become lines. Text without tags stays as it is. */
export function plainText(html: string): string {
  if (!/<\/?[a-z][^<>]*>/i.test(html)) return html
  const text = html
    .replace(/<(script|style)\b(?:(?!<\/\1>)[\s\S])*(?:<\/\1>|$)/gi, '')
    .replace(/<li\b[^<>]*>/gi, '\n- ')
    .replace(/<br\s*\/?>|<\/(?:p|div|h\d|ul|ol|tr)>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&nbsp;/gi, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
  return decodeEntities(text).trim()
}
