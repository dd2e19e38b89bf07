import { normaliseNumber } from '#app/references/normalise'
import { type NumberSpan, SHORTEST } from '#app/references/number_spans'

/** A number of figures in groups is this long at least: `307 2005` is a car and its year. */
const SHORTEST_GROUPED = 8

/**
 * What is written like a part number in words that belong to no known one: a word with digits, the
 * short capitals before it and the groups behind it (`GDB 1330`, `HU 718/1 x`, `0 986 494 720`).
 * @param isFree whether the word at a place is still nobody's
 * @param isWord whether it says something else, such as `BMW` or `TDI`
 */
export function unknownSpans(
  words: string[],
  line: number,
  isFree: (place: number) => boolean,
  isWord: (word: string) => boolean
): NumberSpan[] {
  const spans: NumberSpan[] = []
  for (let start = 0; start < words.length;) {
    const length = isFree(start) ? runFrom(words, start, isFree, isWord) : 0
    if (length > 0) {
      const text = words.slice(start, start + length).join(' ')
      spans.push({ line, start, length, text, norm: normaliseNumber(text) })
    }
    start += Math.max(1, length)
  }
  return spans
}

/** How many words from here on are one number; none when they are none. */
function runFrom(
  words: string[],
  start: number,
  isFree: (place: number) => boolean,
  isWord: (word: string) => boolean
): number {
  const hasLetters = isCapitals(words[start]) && !isWord(words[start])
  const core = hasLetters ? start + 1 : start
  if (core >= words.length || !isFree(core) || !/\d/.test(words[core])) return 0
  let end = core + 1
  while (end < words.length && isFree(end) && isGroup(words[end])) end += 1
  const norm = normaliseNumber(words.slice(start, end).join(''))
  const isAlone = start === 0 && end === words.length
  const shortest = end - core > 1 && !hasLetters ? SHORTEST_GROUPED : SHORTEST
  if (norm.length >= shortest || (isAlone && norm.length > 1)) return end - start
  return normaliseNumber(words[core]).length >= SHORTEST ? core + 1 - start : 0
}

const isCapitals = (word: string) => /^[A-Z]{1,4}$/.test(word)
const isGroup = (word: string) => /^(\d{1,4}|[A-Za-z])$/.test(word)
