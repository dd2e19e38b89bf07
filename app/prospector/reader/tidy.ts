/** Marks of direction, soft hyphens, zero widths: nobody sees them. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|(?!\s)\p{Cc}/gu

/** Halves of characters that are cut in two: no database keeps them. */
const HALVES = /\p{Surrogate}/gu

/** Text as it is read: composed, in one line, without what nobody sees. Tabs stay. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(HALVES, '')
    .replace(/[^\S\t]+/g, ' ')
    .replace(/ ?\t[ \t]*/g, '\t')
    .trim()
}
