import { latinDigits } from '#app/platform/text/latin_digits'

/** Letters that no decomposition turns into their plain form. */
const PLAIN: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
}
const SPECIAL = /[œæßøłđıٱىة]/g
const MARKS_AND_TATWEEL = /[\p{Mn}\u0640]/gu
/** `d'origine` is `origine`. */
const ELISION = /(^|[^\p{L}\p{N}])(?:d|l|qu)['’]/gu
const PUNCTUATION = /[^\p{L}\p{N}.]+|\.{2,}/gu
/** A dot counts between digits alone: 1.5. */
const DOTS = /([^0-9]|^)\.+|\.+([^0-9]|$)/g
const ARABIC_ARTICLE = /(^| )و?(?:ال|لل)(?=[ء-ي]{2})/g

/**
 * Words as they are compared: accents, case, plural spellings of Arabic letters, digits and
 * punctuation do not matter. `Démarreur 1,5 dCi` is `demarreur 1.5 dci`, `الفرامل` is `فرامل`.
 * The twin in SQL is `fold_words()`; both read the same test vectors.
 */
export function foldWords(words: string): string {
  return latinDigits(words.normalize('NFKC'))
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS_AND_TATWEEL, '')
    .normalize('NFC')
    .replace(SPECIAL, (letter) => PLAIN[letter])
    .replace(ELISION, '$1')
    .replace(/,/g, '.')
    .replace(PUNCTUATION, ' ')
    .replace(DOTS, '$1 $2')
    .replace(ARABIC_ARTICLE, '$1')
    .replace(/ +/g, ' ')
    .trim()
}
