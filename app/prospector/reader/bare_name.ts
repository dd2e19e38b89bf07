import { foldWords } from '#app/platform/text/fold_words'
import {
  BEFORE_NAMES,
  BEHIND_NAMES,
  BRANDS,
  GENERIC,
  LEFTOVER,
  LISTS,
  MADE_WITH,
  OF_PICTURES,
  PLATFORMS,
  TEMPLATE,
} from '#app/prospector/reader/name_words'
import { withoutPlaces } from '#app/prospector/reader/place_in_text'
import { tellingWords } from '#app/prospector/reader/telling_words'

const LONGEST = 70
const MOST_WORDS = 9
const PHONE =
  /(?:(?<!\p{L})(?:t[ée]l|gsm|mob(?:ile)?|phone|appelez)[\s.:]{0,3})?(?<!\d)(?:\(?(?:\+|00)?216\)?[ .-]?)?[2-9]\d[ .-]?\d{3}[ .-]?\d{3}(?!\d)/giu
/** Labels with what they tell, prices, percentages and questions are no names. */
const NO_NAME =
  /^(?:adresse|address|t[ée]l(?:[ée]phone)?|phone|gsm|mobile|fax|e-?mail|horaires?|العنوان|الهاتف|هاتف|الفاكس|البريد الإلكتروني) ?:|^https?:|www\.|@|\d{6,}|(?:\d[ .-]?){8}|[€$?]|\d ?(?:%|dt\b|tnd\b|dinars?\b)|^ouvert\b|^\d+ ?h\d{0,2}\b|\d ?h\d{0,2} ?[-–à] ?\d+ ?h|\b7 ?j? ?\/ ?7|^(?:lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)(?:di|\.)? ?(?:[-–:]|à|au\b)/iu
/** `Plus de mille pièces en stock.` is a sentence. */
const SENTENCE = /^(?:\S+ ){3,9}\S+[.!…]$/u
const DOMAIN =
  /^(?:https?:\/\/)?(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+){0,3}\.(?:tn|com|net|org|info|biz|fr|eu|shop|store|online|site|co|io|me|pro|auto|car|cars|example)\/?$/i
const PICTURE_FILE = /\.(?:png|jpe?g|svg|webp|gif|bmp)$/i

export const isDomain = (name: string): boolean => DOMAIN.test(name.trim())

/** The parts of a title: `Accueil | Mahdia Motors, concessionnaire`. */
export function titleParts(title: string): string[] {
  if (TEMPLATE.test(title)) return []
  return title
    .replace(PHONE, ' ')
    .replace(
      /auto\s?[-–]\s?([ée]coles?)/giu,
      (whole, school: string) => `${whole.slice(0, 4)}-${school}`
    )
    .split(
      /\s?(?:\t|\||::|•|·|»|«|—|–|\s>\s|›|~|│|،|\s-{1,3}|-{1,3}\s|\s:\s|:\s|,\s|\s\/\s|\.\.\.)\s?/
    )
    .map((part) => part.trim())
    .filter(Boolean)
}

/** Without emojis, quotes, telephones, `Bienvenue chez` and what trails; `®` and the like are no part of a name. */
export function bareName(name: string): string {
  let bare = trimmed(
    name
      .replace(/[\p{Extended_Pictographic}\ufe0f®™"“”«»]/gu, ' ')
      .replace(PHONE, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  )
  while (!LEFTOVER.test(bare)) {
    const peeled = trimmed(bare.replace(BEFORE_NAMES, '').replace(BEHIND_NAMES, ''))
    if (peeled === bare || !/\p{L}{2}/u.test(peeled) || GENERIC.has(foldWords(peeled))) break
    bare = peeled
  }
  return withoutTown(bare)
}

const trimmed = (name: string) => name.replace(/^[\s:|,.*–!-]{1,9}|[\s:|,*–-]{1,9}$/gu, '').trim()

/** `Garage Nour à Gafsa`, `Garage Nour (Gafsa)`: where it is, is no part of what it is called. */
function withoutTown(name: string): string {
  const [, before, town] = /^(.{3,}?) (?:\(|(?:à|in|en) )(\p{Lu}[^()]*)\)?$/u.exec(name) ?? []
  return before && withoutPlaces(town) === '' && tellingWords(before).length ? before : name
}

/** Whether it can be what somebody is called at all. */
export function isName(name: string): boolean {
  const folded = foldWords(name)
  return (
    /\p{L}{2}/u.test(name) &&
    name.length <= LONGEST &&
    folded.split(' ').length <= MOST_WORDS &&
    !GENERIC.has(folded) &&
    !PLATFORMS.has(folded) &&
    !LISTS.test(name) &&
    !LEFTOVER.test(name) &&
    !TEMPLATE.test(name) &&
    !MADE_WITH.test(name) &&
    !NO_NAME.test(name) &&
    !SENTENCE.test(name)
  )
}

/** A maker of parts or of cars, a bank: their logos stand on pages of others. */
export const isBrand = (name: string): boolean =>
  BRANDS.has(foldWords(name)) || BRANDS.has(foldWords(name).replace(/ (?:tunisie|tunisia)$/, ''))

/** What the alternative text of a logo says: `cropped-logo-garage-nour-1.png` is `Garage Nour`. */
export function nameInAlt(alt: string): string {
  const isFile = PICTURE_FILE.test(alt) || /_/.test(alt) || (/.-./.test(alt) && !/\s/.test(alt))
  const words = alt.replace(PICTURE_FILE, '').split(isFile ? /[\s_-]+/ : /\s+/)
  const isWhole = isFile || words.length > 1
  const left = words.filter(
    (word, at) =>
      !(
        isWhole &&
        OF_PICTURES.has(foldWords(word)) &&
        (isFile || at === 0 || at === words.length - 1)
      ) && !(isFile && /^\d+(?:x\d+)?(?:px)?$/.test(word))
  )
  return (isFile && alt === alt.toLowerCase() ? left.map(capital) : left).join(' ')
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
