import { normaliseNumber } from '#app/references/normalise'
import type { NumberLine, Word } from '#app/references/number_lines'
import { piecesOf } from '#app/references/pieces_of_word'

/** A place in a line that may be one part number: some words, or a piece of one. */
export type NumberSpan = {
  /** The place of its line in the text, and its own in that. */
  line: number
  from: number
  to: number
  /** As written. */
  text: string
  norm: string
  /** How many words it is written with. */
  words: number
}

/** A number inside a text is written with so many at most. */
export const MOST_WORDS = 6
/** Fewer letters and digits inside a text are not taken for a number. */
export const SHORTEST = 5
const LONGEST = 40
/** A line that is one number, as long as the catalogue keeps any. */
const LONGEST_LINE = 80
/** So many are looked for, however long a text is: those of few words first. */
const MOST_SPANS = 10_000

/** What stands between two places of line `at` of a text. */
export function spanOf(
  { text }: NumberLine,
  at: number,
  { from, to }: Pick<Word, 'from' | 'to'>,
  words = 1
): NumberSpan {
  const own = text.slice(from, to)
  return { line: at, from, to, text: own, norm: normaliseNumber(own), words }
}

/**
 * Every run of up to six words that could be a part number: at least five letters and digits, one of
 * them a digit. A line that is nothing else may be shorter or have more words. Pieces of words are
 * further ones: `GDB1330x2`.
 */
export function numberSpans(lines: NumberLine[]): NumberSpan[] {
  const bySize: NumberSpan[][] = Array.from({ length: MOST_WORDS + 1 }, () => [])
  for (const [at, line] of lines.entries()) {
    for (const [start, word] of line.words.entries()) {
      for (const piece of piecesOf(word)) bySize[0].push(spanOf(line, at, piece))
      for (const [further, { to }] of line.words.slice(start, start + MOST_WORDS).entries()) {
        bySize[further + 1].push(spanOf(line, at, { from: word.from, to }, further + 1))
      }
    }
  }
  const inside = bySize
    .flat()
    .filter(({ norm }) => norm.length >= SHORTEST && norm.length <= LONGEST && /\d/.test(norm))
  return [...lines.flatMap(wholeLine), ...inside.slice(0, MOST_SPANS)]
}

function wholeLine(line: NumberLine, at: number): NumberSpan[] {
  if (line.words.length === 0) return []
  const range = { from: line.words[0].from, to: line.words.at(-1)!.to }
  const whole = spanOf(line, at, range, line.words.length)
  return whole.norm.length > 1 && whole.norm.length <= LONGEST_LINE ? [whole] : []
}

/** Longest first, from the left: each letter belongs to one number at most. */
export function chooseSpans(spans: NumberSpan[], isKnown: (norm: string) => boolean): NumberSpan[] {
  const taken = new TakenPlaces()
  return spans
    .filter((span) => isKnown(span.norm) && !isCounted(span, isKnown))
    .sort((a, b) => b.norm.length - a.norm.length || a.line - b.line || a.from - b.from)
    .filter((span) => taken.take(span))
    .sort((a, b) => a.line - b.line || a.from - b.from)
}

/** `GDB1330 2` is two of a known number rather than another one. */
function isCounted({ text }: NumberSpan, isKnown: (norm: string) => boolean): boolean {
  const [, first, second] = /^(\S+)\s+(\S+)/.exec(text) ?? []
  if (!first || !/^\d{1,2}$/.test(second)) return false
  const norm = normaliseNumber(first)
  return norm.length >= SHORTEST && /[A-Z]/.test(norm) && /\d/.test(norm) && isKnown(norm)
}

/** The letters of a text that belong to a number already. */
export class TakenPlaces {
  #lines = new Map<number, Set<number>>()

  /** Takes the place of a span; false, and nothing taken, when some of it is taken. */
  take({ line, from, to }: NumberSpan): boolean {
    if (!this.isFree(line, { from, to })) return false
    const places = this.#lines.get(line) ?? new Set()
    for (let place = from; place < to; place++) places.add(place)
    this.#lines.set(line, places)
    return true
  }

  isFree(line: number, { from, to }: Pick<Word, 'from' | 'to'>): boolean {
    const places = this.#lines.get(line)
    if (!places) return true
    for (let place = from; place < to; place++) if (places.has(place)) return false
    return true
  }
}
