import { normaliseNumber } from '#app/references/normalise'
import type { NumberLine, Word } from '#app/references/number_lines'
import { MOST_WORDS, type NumberSpan, SHORTEST, spanOf } from '#app/references/number_spans'
import { withoutOtherFigures } from '#app/references/other_figures'
import { writtenPiecesOf } from '#app/references/pieces_of_word'

/** A number of figures in groups is this long at least: `307 2005` is a car and its year. */
const SHORTEST_GROUPED = 8
/** A number of figures that is written as one word is this long mostly. */
const WHOLE_FIGURES = 7
const WHOLE_BEHIND_LETTERS = 4
/** As long as this, one or two figures behind it count pieces. */
const LONG_GROUPED = 10

/**
 * What is written like a part number in words that belong to no known one: a word with digits, the
 * short capitals before it and the groups behind it (`GDB 1330`, `HU 718/1 x`, `0 986 494 720`). Dates,
 * telephone numbers, prices and the number of an item of a list are none.
 * @param isTaken whether a word belongs to somebody already
 * @param isWord whether it says something else, such as `BMW` or `TDI`
 */
export function unknownSpans(
  line: NumberLine,
  at: number,
  isTaken: (word: Word) => boolean,
  isWord: (word: string) => boolean
): NumberSpan[] {
  const reader = new UnknownNumbers(line, isTaken, isWord)
  return reader.ranges().map(({ words, ...range }) => spanOf(line, at, range, words))
}

type Range = Pick<Word, 'from' | 'to'> & { words: number }

class UnknownNumbers {
  #words: Word[]
  #text: string

  constructor(
    line: NumberLine,
    private isTaken: (word: Word) => boolean,
    private isWord: (word: string) => boolean
  ) {
    this.#words = line.words
    this.#text = withoutOtherFigures(line.text)
  }

  ranges(): Range[] {
    const ranges: Range[] = []
    for (let start = this.#countsItems() ? 1 : 0; start < this.#words.length;) {
      const length = this.#isFree(start) ? this.#runFrom(start) : 0
      const [first, last] = [this.#words[start], this.#words[start + length - 1]]
      if (length === 1) {
        ranges.push(...writtenPiecesOf(first).map((piece) => ({ ...piece, words: 1 })))
      } else if (length > 1) ranges.push({ from: first.from, to: last.to, words: length })
      start += Math.max(1, length)
    }
    return ranges
  }

  /** `1- 0 986 494 123`, `2) GDB1330`. */
  #countsItems(): boolean {
    return /^[\s\-*•]*[1-9]\d?\s?[-.)]\s+\S/.test(this.#text) && this.#words.length > 1
  }

  /** How many words from here on are one number; none when they are none. */
  #runFrom(start: number): number {
    const core = this.#isPrefix(start) ? start + 1 : start
    if (!/\d/.test(this.#words[core].text) || !this.#isFree(core)) return 0
    const isDone = isWhole(this.#normOf(core, core + 1), core > start)
    let end = core + 1
    const most = Math.min(this.#words.length, start + MOST_WORDS)
    while (end < most && this.#goesOn(start, end, isDone)) end += 1
    const norm = this.#normOf(start, end)
    const isAlone = start === 0 && end === this.#words.length
    const shortest = end - core > 1 && core === start ? SHORTEST_GROUPED : SHORTEST
    if (norm.length >= shortest || (isAlone && norm.length > 1)) return end - start
    return this.#normOf(core, core + 1).length >= SHORTEST ? core + 1 - start : 0
  }

  /** `GDB` of `GDB 1330`; not `TRW` of `TRW GDB1330`, nor `REF` of `REF 7701206379`. */
  #isPrefix(place: number): boolean {
    const { text } = this.#words[place]
    if (!/^[A-Z]{1,4}$/.test(text) || LABELS.has(text) || this.isWord(text)) return false
    return this.#isJoined(place + 1) && !isWhole(this.#normOf(place + 1, place + 2), false)
  }

  /** Behind what is a number by itself stand quantities and prices. */
  #goesOn(start: number, end: number, isDone: boolean): boolean {
    const { text } = this.#words[end]
    if (!this.#isJoined(end) || !this.#isFree(end)) return false
    if (/^[A-Za-z]$/.test(text)) return !this.#isTimes(end)
    if (isDone || !/^\d{1,4}$/.test(text)) return false
    return text.length > 2 || this.#normOf(start, end).length < LONG_GROUPED
  }

  /** `x 2` behind a number says how many of it. */
  #isTimes(place: number): boolean {
    return /^x$/i.test(this.#words[place].text) && /^\d/.test(this.#words[place + 1]?.text ?? '')
  }

  /** Whether only what may stand inside a number is between this word and the one before. */
  #isJoined(place: number): boolean {
    const [before, word] = [this.#words[place - 1], this.#words[place]]
    return word !== undefined && /^\s*$/.test(this.#text.slice(before.to, word.from))
  }

  #isFree(place: number): boolean {
    const word = this.#words[place]
    return !this.isTaken(word) && this.#text.slice(word.from, word.to) === word.text
  }

  #normOf(start: number, end: number): string {
    const words = this.#words.slice(start, end)
    return normaliseNumber(words.map(({ text }) => text).join(''))
  }
}

/** Words in capitals before a number that are no part of it. */
const LABELS = new Set(
  'REF NO NR OE OEM OEN ART SKU QTE QTY TEL GSM PU PT HT TTC DT TND'.split(' ')
)

/** Whether the word with the figures is a number without further groups. */
function isWhole(norm: string, hasPrefix: boolean): boolean {
  if (/[A-Z]/.test(norm)) return norm.length >= SHORTEST
  return norm.length >= (hasPrefix ? WHOLE_BEHIND_LETTERS : WHOLE_FIGURES)
}
