import { bareName, isDomain, isName, titleParts } from '#app/prospector/reader/bare_name'

const SIGN = /(?:©|\(c\)|copyright|copyrights)/iu
/** With the word that leads from it to whose they are: `Tous droits réservés à X`, `جميع الحقوق محفوظة لشركة X`. */
const RIGHTS =
  /(?:tous (?:les )?droits(?: de reproduction)?(?: r[ée]serv[ée]e?s)?|all rights(?: are)?(?: reserved)?|droits r[ée]serv[ée]s)\.?(?: (?:à|au|par|by|to|for)(?= ))?|(?:(?:جميع|كل|كافة) (?:ال)?حقوق(?: النشر)?|حقوق النشر)(?: (?:محفوظة|محفوظه))?(?:\s+(?:لدى(?=\s)|لـ\s?))?/giu
/** `لشركة`, `للنور` */
const ARABIC_TO = /^\s*ل(?:ل(?=[ء-ي]{2})|(?=[ء-ي]{3}))/u
const YEARS = /(?:19|20)\d{2}(?:\s?[-–/]\s?(?:(?:19|20)?\d{2}|present|aujourd['’]hui))?/giu
/** A dot ends a name behind a whole word: `Sté.`, `E.T.S` go on. */
const END = /\||–|—|·|•|،|,|;|\t|(?<=\p{L}{4}[)]?)\.(?=\s|$)/u
/** What a small word without a space leads to. */
const LED = '\u0001'
const LONGEST = 60

/** `© 2026 Garage El Amen. Tous droits réservés.` names its owner, as `Garage El Amen © 2026` does. */
export function nameInCopyright(line: string): string | undefined {
  const text = line.slice(0, 300)
  const told = text.replace(RIGHTS, rightsTaken)
  if (told === text && !SIGN.test(text)) return undefined
  const [before = '', ...behind] = told.split(new RegExp(SIGN, 'giu'))
  if (!behind.length) return firstOwner(told)
  return firstOwner(behind.join(' | ')) ?? lastOwner(before)
}

/** The rights end what stands before them, and lead to their owner. */
function rightsTaken(rights: string, at: number, text: string): string {
  const behind = text.slice(at + rights.length)
  const isArabic = /[ء-ي]$/u.test(rights) && /^\s+ل/u.test(behind)
  return isArabic ? ` | ${LED}` : ' | '
}

const firstOwner = (text: string) => ownersIn(text)[0]
const lastOwner = (text: string) => ownersIn(text).at(-1)

const ownersIn = (text: string) =>
  text
    .replace(YEARS, ' ')
    .split(END)
    .flatMap(titleParts)
    .map(ownerOf)
    .filter((name) => name.length <= LONGEST && !isDomain(name) && isName(bareName(name)))

function ownerOf(part: string): string {
  const name = part.startsWith(LED)
    ? part.slice(1).replace(ARABIC_TO, (to) => (/لل/u.test(to) ? 'ال' : ''))
    : part
  return name.replace(/^[\s:-]*(?:by|par|to|à)\s+/iu, '').trim()
}
