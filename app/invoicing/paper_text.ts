const ARABIC = /[\p{Script=Arabic}]/u
const PIECES = /[\p{Script=Arabic}]+(?:\s+[\p{Script=Arabic}]+)*|[^\p{Script=Arabic}]+/gu

/** Letters of one writing, which one font has. */
export type Run = { text: string; isArabic: boolean }

/**
 * Cuts a text into what is drawn one after the other, from the left: a text that begins in Arabic is read from the
 * right, so its last piece comes first. The letters of a piece are put in order and joined by the font.
 */
export function runsOf(text: string): Run[] {
  const runs = (plainSpaces(text).match(PIECES) ?? []).map((piece) => ({
    text: piece,
    isArabic: ARABIC.test(piece),
  }))
  return runs[0]?.isArabic ? runs.reverse() : runs
}

/** The fonts that every PDF reader has know one space that does not break. */
const plainSpaces = (text: string) => text.replace(/[\u202f\u2009]/g, '\u00a0')
