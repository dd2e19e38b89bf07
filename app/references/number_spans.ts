import { normaliseNumber } from '#app/references/normalise'

/** A run of words on one line that may be one part number, written with spaces. */
export type NumberSpan = { line: number; start: number; length: number; text: string; norm: string }

const MOST_WORDS = 6
/** Fewer letters and digits inside a text are not taken for a number. */
export const SHORTEST = 5
const LONGEST = 40

/** The words of each line, split where no number goes on. */
export const linesOf = (text: string): string[][] =>
  text.split(/[\r\n;|]+/).map((line) => line.split(/[\s,،]+/).filter(Boolean))

/**
 * Every run of up to six words that could be a part number: at least five letters and digits, one of
 * them a digit. A line that is nothing else may be shorter.
 */
export function numberSpans(text: string): NumberSpan[] {
  return linesOf(text).flatMap((words, line) =>
    words.flatMap((_, start) => spansFrom(words, line, start))
  )
}

function spansFrom(words: string[], line: number, start: number): NumberSpan[] {
  const spans: NumberSpan[] = []
  const most = start === 0 ? words.length : Math.min(MOST_WORDS, words.length - start)
  for (let length = 1; length <= most; length++) {
    if (length > MOST_WORDS && length < words.length) continue
    const text = words.slice(start, start + length).join(' ')
    const norm = normaliseNumber(text)
    if (norm.length > LONGEST && length < words.length) break
    const isLine = length === words.length
    const couldBe = norm.length >= SHORTEST && /\d/.test(norm)
    if (couldBe || (isLine && norm.length > 1)) spans.push({ line, start, length, text, norm })
  }
  return spans
}

/** Longest first, from the left: each word belongs to one number at most. */
export function chooseSpans(spans: NumberSpan[], isKnown: (norm: string) => boolean): NumberSpan[] {
  const taken = new Set<string>()
  const places = ({ line, start, length }: NumberSpan) =>
    Array.from({ length }, (_, offset) => `${line}:${start + offset}`)
  return spans
    .filter(({ norm }) => isKnown(norm))
    .sort((a, b) => b.norm.length - a.norm.length || a.line - b.line || a.start - b.start)
    .filter((span) => {
      const own = places(span)
      if (own.some((place) => taken.has(place))) return false
      for (const place of own) taken.add(place)
      return true
    })
    .sort((a, b) => a.line - b.line || a.start - b.start)
}
