import { linesOf } from '#app/references/number_lines'
import { type NumberSpan, numberSpans, spanOf } from '#app/references/number_spans'
import { unknownSpans } from '#app/references/unknown_spans'
import type { Lexicon } from '#app/search/understanding/lexicon'
import { isMeasure, mayBeNumber } from '#app/search/understanding/number_like'
import { lookUpWords } from '#app/search/understanding/query_words'
import { wordsOf } from '#app/search/understanding/words'

const TYRE = /^(?:1[2-9]5|2\d5|3[0-5]5) [2-8][05](?: z?r? ?(?:1\d|2[0-4])c?)?$/
const VISCOSITY = /^\d{1,2}w \d{2}$/
const YEAR = /^(?:19[6-9]|20[0-4])\d$/
const LITRES = /^\d\.\d$/
const SHORT = /^[A-Z]{1,3}\d{1,3}[A-Z]?$/

/** Every run of words of a query that may be a part number that somebody carries; short ones, too: `L343`, `OC 90`. */
export function spokenNumbers(q: string, known: Lexicon): NumberSpan[] {
  const spans = numberSpans(linesOf(q))
  return [...spans.filter((span) => !isSpoken(span, known)), ...shortNumbers(q, known)]
}

/**
 * Numbers of a query that nobody in the shop knows, neither as words nor as a part, a car or a size: what begins so or
 * is near may be meant.
 */
export async function strangeNumbers(q: string, known: Lexicon): Promise<NumberSpan[]> {
  const isWord = (word: string) => wordsOf(word).every((each) => known.knows(each))
  const spans = linesOf(q)
    .flatMap((line, at) => unknownSpans(line, at, () => false, isWord))
    .filter((span) => mayBeNumber(span.norm.toLowerCase()) && !isSpoken(span, known))
  const looked = await lookUpWords(spans.flatMap(({ text }) => wordsOf(text)))
  const strange = new Set(looked.filter((found) => !found.known).map(({ word }) => word))
  return spans.filter(({ text }) =>
    wordsOf(text).some((word) => strange.has(word) && !known.knows(word))
  )
}

/** Whether words only happen to spell a number: a size of tyres, a car with its engine or year, `1.5dci90`. */
function isSpoken({ text, words: length }: NumberSpan, known: Lexicon): boolean {
  if (length === 1) return /^\d\.\d[a-z]/i.test(text)
  const words = wordsOf(text)
  const said = words.join(' ')
  if (TYRE.test(said) || VISCOSITY.test(said) || isCar(words, known)) return true
  const hasLitres = words.some((word) => LITRES.test(word))
  return words.every(
    (word) =>
      YEAR.test(word) ||
      LITRES.test(word) ||
      isMeasure(word) ||
      isCar([word], known) ||
      (hasLitres && /^\d{2,3}$/.test(word))
  )
}

function isCar(words: string[], known: Lexicon): boolean {
  const phrase = known.find(words, 0)
  return phrase?.length === words.length && phrase.meanings.some(({ kind }) => kind === 'models')
}

/** Numbers of three or four letters and digits, in one word or two, that are neither a car, an engine nor a measure. */
function shortNumbers(q: string, known: Lexicon): NumberSpan[] {
  return linesOf(q).flatMap((line, at) =>
    line.words.flatMap(({ from }, start) =>
      line.words.slice(start, start + 2).flatMap(({ to }, further) => {
        const span = spanOf(line, at, { from, to }, further + 1)
        const isShort = span.norm.length > 2 && span.norm.length < 5 && SHORT.test(span.norm)
        const isOther = wordsOf(span.text).some(
          (word) => known.knows(word) || known.isEngine(word) || isMeasure(word)
        )
        return isShort && !isOther ? [span] : []
      })
    )
  )
}
