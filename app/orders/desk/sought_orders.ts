import { foldWords } from '#app/platform/text/fold_words'
import { tunisianPhone } from '#app/tunisia/phone'

/** Puts a value into a statement and names its place there, such as `$3`. */
type Given = (value: unknown) => string

const WRITTEN_NUMBER = /^\s*(?:sap[\s-]*)?(\d{4})[\s-]+(\d{1,9})\s*$/i
const DIGITS = /^\s*(?:sap[\s-]*)?\+?(\d[\d\s.-]*)$/i
/** How long papers of trade are kept, and so orders. */
const YEARS = 10
/** Shorter words are no trigram: only their beginning is in the index. */
const TRIGRAM = 3
/** Digits that few orders share. */
const FEW = 4

/**
 * The conditions on orders `o` and their contacts `c` that `q` stands for: the number of an order with or without
 * its year, a telephone or digits of one, or words of a name in any order, whatever their accents.
 */
export function soughtOrders(q: string, given: Given): string[] {
  const phone = tunisianPhone(q)
  if (phone) return [`c.phone = ${given(phone)}`]
  const [, year, running] = WRITTEN_NUMBER.exec(q) ?? []
  if (year) return [`o.number = ${given(numberOf(year, running))}`]
  const [, digits] = DIGITS.exec(q) ?? []
  if (digits) return [numberOrPhone(digits.replace(/\D/g, ''), given)]
  return nameOf(foldWords(q).split(' '), given)
}

/** Four digits may end a telephone as well as an order's number. */
function numberOrPhone(digits: string, given: Given) {
  const thisYear = new Date().getFullYear()
  const years = Array.from({ length: YEARS }, (_, ago) => String(thisYear - ago))
  const numbers = years.map((year) => numberOf(year, digits))
  const ids = `select id from orders where number = any (${given(numbers)}::text[])
    union all select order_id from order_contacts where found_by like ${given(pattern(digits))}`
  // So many digits are of few: these are looked up one by one, however many the planner expects.
  return digits.length < FEW ? `o.id in (${ids})` : `o.id = any (array(${ids}))`
}

function nameOf(words: string[], given: Given): string[] {
  if (words.join('') === '') return ['false']
  // Said of the contacts as well, so that these can be walked backwards from there.
  return ['c.order_id < $1', ...words.map((word) => `c.found_by like ${given(pattern(word))}`)]
}

const numberOf = (year: string, running: string) => `SAP-${year}-${running.padStart(6, '0')}`
const pattern = (word: string) => (word.length < TRIGRAM ? `% ${word}%` : `%${word}%`)
