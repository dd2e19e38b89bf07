/** Pieces of the patterns below; spaces are bounded, or a long run of them would be read again and again. */
const YEAR = '(?:19|20)\\d\\d'
const MONTH = '(?:(?:0?[1-9]|1[0-2])[./-])?'
const DASH =
  '(?:\\s{0,3}(?:-+>?|–|—|→|>|/|…|\\.\\.+)\\s{0,3}|\\s{1,3}(?:à|a|au|to|until|jusqu\\S{1,3})\\s{1,3})'
const END = '(?=\\s{0,3}(?:$|[,;)|]))'
const CLOSED = new RegExp(`(?<![\\d.])${MONTH}(${YEAR})${DASH}${MONTH}(${YEAR})(?!\\d)`, 'iu')
const FROM = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:depuis|from|since|dès|à partir de|a partir de|من)\\s{1,3}|[≥>]=?\\s{0,3})${MONTH}(${YEAR})(?!\\d)` +
    `|(?<![\\d.])${MONTH}(${YEAR})\\s{0,3}(?:-+>|→|>|\\+|[-–—]${END})`,
  'iu'
)
const UNTIL = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:jusqu['’]?\\s?(?:en|à|a)?|until|up to|till)\\s{0,3}|[≤<]=?\\s{0,3}|->\\s{0,3}|→\\s{0,3})${MONTH}(${YEAR})(?!\\d)`,
  'iu'
)

export type Years = { from?: number; to?: number }

/** A range of years in a text, and the text without it. Single years are left: they may be the name of a model. */
export function takeYears(text: string): { years: Years; rest: string } {
  for (const [pattern, yearsOf] of PATTERNS) {
    const found = pattern.exec(text)
    if (!found) continue
    const rest = `${text.slice(0, found.index)} , ${text.slice(found.index + found[0].length)}`
    return { years: yearsOf(found), rest }
  }
  return { years: {}, rest: text }
}

const PATTERNS: [RegExp, (found: RegExpExecArray) => Years][] = [
  [CLOSED, ([, from, to]) => ({ from: Number(from), to: Number(to) })],
  [FROM, ([, after, before]) => ({ from: Number(after ?? before) })],
  [UNTIL, ([, to]) => ({ to: Number(to) })],
]

export const isYear = (text: string) => /^(?:19|20)\d\d$/.test(text)
