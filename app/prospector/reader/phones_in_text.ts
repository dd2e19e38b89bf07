import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { latinDigits } from '#app/platform/text/latin_digits'
import { tunisianPhone } from '#app/tunisia/phone'

/** Numbers of a text, by what they are for. */
interface PhonesInText {
  phones: string[]
  /** Those among `phones` that the line calls telephones. */
  announced: string[]
  faxes: string[]
  /** Of other countries, when written with their code. */
  foreign: string[]
}

const DASHES = /[‐‑‒–—―−ـ]/g
/** Digits, and what stands between the digits of a number, or between two numbers. */
const RUN = /(?<![\p{L}\p{N}@_#=])(?:\(?\s{0,3}(?:\+|00)\s{0,3})?\(?\d[\d\s.()+/|\\·•*_-]{5,100}/gu
const FAX =
  /(?:^|[^\p{L}])(?:t[ée]l[ée]?fax|fax|t[ée]l[ée]copie(?:ur)?|فاكس|الفاكس|📠)(?![\p{L}])/giu
const PHONE =
  /(?:t[ée]l(?:[ée]phone|s)?|ph(?:one)?|gsm|mob(?:ile)?|port(?:able)?|cell|fixe|bureau|standard|whats?app|viber|contact|appel|call|hotline|r[ée]serv|urgence|joindre|\bvert\b|service|commercial|☎|📞|📱|☏|✆|هاتف|جوال|اتصل|الرقم|رقم|محمول|قار|واتس)/giu
/** What a number is instead of a telephone. */
const OTHER_NUMBER =
  /(?:\brib\b|iban|\bccp\b|\br\.?\s?c\.?\b|\bm\.?\s?f\.?\b|matricule|\bfiscal|\btva\b|\bvat\b|code|\br[ée]f(?:[ée]rence)?s?\b|\bean\b|\bgtin\b|\boe\b|\boem\b|\bsku\b|\bmpn\b|siret|siren|\bcnss\b|ticket|facture|commande|compte|\bbanque\b|capital|prix|\bisbn\b|\bissn\b|\bpatente\b|registre|identifiant|\btelex\b|\bisin\b|licence|\bvin\b|ch[âa]ssis|immatricul|\bn°|\bno\.)[^\d]{0,25}$/iu
const MONEY_OR_MEASURE =
  /^\s*(?:dt\b|tnd\b|dinars?|millimes?|د\.?ت|€|\$|eur\b|usd\b|fcfa|km\b|kms\b|m²|kg\b|cm\b|mm\b|cv\b|ch\b|cc\b|%|r[ée]f[ée]rences|articles|produits|clients|personnes|habitants)/iu
/** `T. 71 805 945 F. 71 805 944` */
const F_ALONE = /(?:^|[^\p{L}.])f\s?[.:]\s{0,3}$/iu
/** `71 805 944 (fax)`, `71 805 944 fax`: said behind the number. */
const FAX_IN_BRACKETS = /^\s{0,3}(?:t[ée]l[ée])?fax\s{0,3}\)/iu
const FAX_AT_THE_END = /^\s{0,3}[-–]?\s{0,3}(?:t[ée]l[ée])?fax\s{0,3}$/iu
/** `71 233 456 8h-18h`, `71 233 456Appeler`: a word begins where the number ends. */
const WORD_BEHIND = /^\p{Lu}\p{Ll}{2}|^[\u0621-\u064a]{3}/u
/** What templates leave where a number belongs. */
const PLACEHOLDER = /0{6}$|(\d)\1{7}$/
const YEAR = /^(?:19|20)\d\d$/
/** Ways in which the eight digits are grouped. Dates (2, 2, 4) are not among them. */
const GROUPED = new Set([
  '2,3,3',
  '2,2,2,2',
  '2,6',
  '5,3',
  '3,2,3',
  '3,3,2',
  '2,3,1,2',
  '2,1,2,3',
  '2,2,3,1',
  '2,4,2',
])
/** …and these only beside a word that announces a telephone. */
const GROUPED_IF_ANNOUNCED = new Set(['8', '4,4', '1,7', '2,2,1,3', '1,1,3,3'])

/**
 * Telephone numbers of one line. `before` is the line above: a label often stands there alone.
 * Returns E.164, in the order of the line.
 */
export function phonesInText(line: string, before = ''): PhonesInText {
  const text = latinDigits(line).replace(DASHES, '-')
  const found: PhonesInText = { phones: [], announced: [], faxes: [], foreign: [] }
  const label = before.length <= 40 ? before : ''
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const lead = text.slice(0, index)
    const rest = text.slice(index + run.length)
    if (isOther(lead) || (lead.trim() === '' && isOther(label))) continue
    if (MONEY_OR_MEASURE.test(rest)) continue
    const isSaid = PHONE.test(`${label}\t${lead}`.slice(-60))
    PHONE.lastIndex = 0
    const numbers = numbersOfRun(digitsBefore(rest, run), isSaid || isOnlyNumbers(text))
    const isFax =
      saysFaxBehind(run, rest, isSaid) || saysFax(lead.trim() === '' ? `${label} ${lead}` : lead)
    for (const { number, isForeign } of numbers) {
      if (isFax) found.faxes.push(number)
      else if (isForeign) found.foreign.push(number)
      else found.phones.push(number)
      if (!isFax && !isForeign && isSaid) found.announced.push(number)
    }
  }
  return found
}

/** What stands before a number calls it something else, and no telephone after that. */
function isOther(lead: string): boolean {
  const [called] = OTHER_NUMBER.exec(lead.slice(-60)) ?? []
  return called !== undefined && lastOf(PHONE, called) < 0
}

/** `Tél : 71 805 944 / Fax` is a telephone, too. */
const saysFaxBehind = (run: string, rest: string, isSaid: boolean) =>
  /\(\s{0,3}$/.test(run) ? FAX_IN_BRACKETS.test(rest) : !isSaid && FAX_AT_THE_END.test(rest)

/** A run without what belongs to the word behind it: the `8` of `8h`. */
function digitsBefore(rest: string, run: string): string {
  if (!/\d$/.test(run) || !/^[\p{L}\p{N}@]/u.test(rest) || WORD_BEHIND.test(rest)) return run
  return run.replace(/(?<!\d)\d{1,20}$/, '')
}

/** `Tél/Fax` announces a telephone as well; a label counts until another one comes. */
function saysFax(lead: string): boolean {
  if (F_ALONE.test(lead.slice(-8))) return true
  const fax = lastOf(FAX, lead)
  if (fax < 0) return false
  const tail = lead.slice(fax)
  if (
    /(?:t[ée]l(?:[ée]phone|s)?|phone|هاتف)\.?(?:\s*[/&+-]\s*|\s+(?:et\s+)?)(?:fax|الفاكس|فاكس)/iu.test(
      lead.slice(Math.max(0, fax - 14))
    )
  ) {
    return false
  }
  return lastOf(PHONE, tail.replace(FAX, '   ')) < 0 && tail.length < 60
}

function lastOf(pattern: RegExp, text: string): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1
}

const isOnlyNumbers = (text: string) => !/[\p{L}]/u.test(text)

interface Found {
  number: string
  isForeign: boolean
}

/** The numbers that a run of digits and separators is made of; none when digits are left over. */
function numbersOfRun(run: string, isAnnounced: boolean): Found[] {
  const found: Found[] = []
  for (const part of run.split(/[/|\\•·*]|\s-\s(?=\s*\(?[+\d]{2,})|(?<=\d)\s{2,}(?=\d{2,})|\t/)) {
    const groups = [...countryFirst(part).matchAll(/\+?\d+/g)].map(([group]) => group)
    if (!groups.length) continue
    const numbers = decompose(groups, isAnnounced) ?? shortForm(groups, found.at(-1))
    if (numbers) found.push(...numbers)
    else if (!found.length) {
      // "71 - 233 - 456": dashes with spaces stand within one number, too.
      const whole = decompose(
        [...run.matchAll(/\+?\d+/g)].map(([group]) => group),
        isAnnounced
      )
      return whole ?? []
    }
  }
  return found
}

/** From right to left the country stands behind the number: `98 123 456 +216`. */
const countryFirst = (part: string) =>
  part.replace(/^(\s*\d[\d\s.-]{7,20})\s(?:\+216|216\+)\s*$/, '+216 $1')

/** `71 512 340 / 341`: the second one shares its beginning with the first. */
function shortForm(groups: string[], previous: Found | undefined): Found[] | undefined {
  if (!previous || previous.isForeign || groups.length !== 1) return undefined
  const [ending] = groups
  if (ending.length < 2 || ending.length > 3) return undefined
  const number = tunisianPhone(previous.number.slice(0, -ending.length) + ending)
  return number && number !== previous.number ? [{ number, isForeign: false }] : undefined
}

function decompose(groups: string[], isAnnounced: boolean): Found[] | undefined {
  const found: Found[] = []
  for (let at = 0; at < groups.length;) {
    const taken = takeNumber(groups, at, isAnnounced)
    if (taken) {
      found.push(taken.found)
      at = taken.next
      continue
    }
    // A postal code before a number, the figure of "(3 lignes)" behind it. Two digits before it make
    // it one of another country, `01 23 45 67 89`.
    const isLoose =
      at === 0 ? groups[at].length === 4 : at === groups.length - 1 && groups[at].length <= 4
    if (!isLoose || groups.length < 3) return undefined
    at += 1
  }
  return found.length ? found : undefined
}

function takeNumber(groups: string[], at: number, isAnnounced: boolean) {
  const { start, isInternational } = skipCountry(groups, at)
  if (isInternational && groups[start - 1] === undefined) return undefined
  for (let end = start + 1, digits = ''; end <= groups.length && digits.length < 8; end++) {
    digits = groups.slice(start, end).join('')
    if (digits.length !== 8) continue
    const shape = groups
      .slice(start, end)
      .map((group) => group.length)
      .join()
    const isShape =
      GROUPED.has(shape) || ((isAnnounced || isInternational) && GROUPED_IF_ANNOUNCED.has(shape))
    const isSpan = groups.slice(start, end).every((group) => YEAR.test(group))
    const number =
      isShape && !isSpan && !/[+]/.test(digits) && !PLACEHOLDER.test(digits)
        ? tunisianPhone(digits)
        : undefined
    if (number) return { found: { number, isForeign: false }, next: end }
  }
  return takeGlued(groups, at) ?? takeForeign(groups, at)
}

/** Past `+216`, `00216`, `00 216`, `216`, when they stand apart from the number. */
function skipCountry(groups: string[], at: number) {
  const [first, second] = [groups[at], groups[at + 1]]
  // `+216 (0) 71 …`
  const past = (next: number) => ({
    start: groups[next] === '0' ? next + 1 : next,
    isInternational: true,
  })
  if (['+216', '00216', '216', '0216'].includes(first)) return past(at + 1)
  if (['00', '+'].includes(first) && second === '216') return past(at + 2)
  return { start: at, isInternational: false }
}

/** `+21671233456`, `0021671 233 456`, `+21671 233 456`. */
function takeGlued(groups: string[], at: number) {
  const [, rest] = /^(?:\+|00)?216(\d+)$/.exec(groups[at]) ?? []
  if (!rest) return undefined
  for (let end = at + 1, digits = rest; digits.length <= 8; digits += groups[end++]) {
    if (digits.length === 8) {
      const number = PLACEHOLDER.test(digits) ? undefined : tunisianPhone(digits)
      return number && { found: { number, isForeign: false }, next: end }
    }
    if (end >= groups.length) return undefined
  }
  return undefined
}

function takeForeign(groups: string[], at: number) {
  const written = groups.slice(at).join('')
  if (!/^(?:\+|00)[1-9]/.test(written) || /^(?:\+|00)216/.test(written)) return undefined
  const parsed = parsePhoneNumberFromString(written.replace(/^00/, '+'))
  return parsed?.isValid() && !PLACEHOLDER.test(parsed.number)
    ? { found: { number: parsed.number as string, isForeign: true }, next: groups.length }
    : undefined
}

/** A number of a `tel:` link, a WhatsApp link or structured data: written to be dialled. */
export function dialledPhone(written: string): Found | undefined {
  const text = latinDigits(decodeSafely(written)).replace(DASHES, '-').slice(0, 60)
  const own = tunisianPhone(
    text
      .replace(/[^\d+]/g, '')
      .replace(/^(?:216)(?=\d{8}$)/, '+216')
      .replace(/^\+?216216/, '+216')
      .replace(/^\+2160(?=\d{8}$)/, '+216')
  )
  if (own) return PLACEHOLDER.test(own) ? undefined : { number: own, isForeign: false }
  const parsed = parsePhoneNumberFromString(text.replace(/[^\d+]/g, '').replace(/^00/, '+'))
  return parsed?.isValid() ? { number: parsed.number as string, isForeign: true } : undefined
}

export function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
