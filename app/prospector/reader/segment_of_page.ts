import { foldWords } from '#app/platform/text/fold_words'
import { TEMPLATE } from '#app/prospector/reader/name_words'
import type { Line, PageContent } from '#app/prospector/reader/page_content'
import {
  CAR_WORDS,
  OF_MANY_TRADES,
  OTHER_MEANINGS,
  SEGMENT_WORDS,
} from '#app/prospector/reader/segment_words'
import type { Structured } from '#app/prospector/reader/structured'
import type { Segment } from '#app/prospector/sources/finding'

/** Text of a page with how much it says about a business: its name more than its small print. */
interface Weighted {
  text: string
  weight: number
}

export type SegmentScores = Partial<Record<Segment, number>>

const WORDS = Object.entries(SEGMENT_WORDS).flatMap(([segment, table]) =>
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [weight, words] = line.split(':')
      return words.split(',').map((word) => ({
        ...{ segment: segment as Segment, weight: Number(weight) },
        pattern: patternOf(word.trim()),
        isOfMany: OF_MANY_TRADES.includes(word.trim()),
      }))
    })
)
const listOf = (words: string) => words.split(',').map((word) => word.trim())
const ABOUT_CARS = listOf(CAR_WORDS).map((word) => new RegExp(patternOf(word).source, 'u'))
const NOT_OF_CARS = listOf(OTHER_MEANINGS).map(patternOf)
/** The same word over and over is one hint. */
const MOST_OF_ONE_WORD = 2
const LONGEST = 20_000

/** What menus and small print say counts less than the rest. */
const ZONES = [
  { holds: 'text', weight: 1 },
  { holds: 'menu', weight: 0.4 },
  { holds: 'terms', weight: 0.3 },
] as const
/** Who rents asks for a licence, and teaches nobody. */
const LICENCE = /permis|licen[cs]e/iu
const BEFORE_IT = /titulaire|[âa]ge|conducteur|caution|louer|location/iu
const BEHIND_IT =
  /(?<!\p{L})ans?(?!\p{L})|ann[ée]es?|mois|minimum|obligatoire|valid|exig|faut|requi|titulaire|international|carte d['’]identit[ée]|passeport|caution|conducteur|louer|location|years?/iu

function isOfTerms(text: string): boolean {
  const at = text.search(LICENCE)
  return at >= 0 && (BEFORE_IT.test(text.slice(0, at)) || BEHIND_IT.test(text.slice(at)))
}

/** What somebody is called says the most of what he does. */
const NAME = 3

export const scoresOfName = (name: string | null): SegmentScores =>
  segmentScores([{ text: name ?? '', weight: NAME }])

const zoneOf = ({ text, isLink }: Line) => (isOfTerms(text) ? 'terms' : isLink ? 'menu' : 'text')

/** How much a page, with the businesses that it tells in data, speaks for each segment. */
export function segmentScoresOf(content: PageContent, businesses: Structured[]): SegmentScores {
  const headings = content.lines
    .filter(({ level }) => level > 0 && level < 4)
    .map(({ text }) => text)
  const scores = segmentScores([
    { text: TEMPLATE.test(content.title) ? '' : content.title, weight: NAME },
    { text: businesses.flatMap(({ names }) => names).join('\n'), weight: NAME },
    {
      text: content.metas.get('description') ?? content.metas.get('og:description') ?? '',
      weight: 2,
    },
    { text: headings.join('\n'), weight: 2 },
    ...ZONES.map(({ holds, weight }) => ({
      text: content.lines
        .filter((line) => zoneOf(line) === holds)
        .map(({ text }) => text)
        .join('\n'),
      weight,
    })),
  ])
  for (const { segment } of businesses) if (segment) scores[segment] = (scores[segment] ?? 0) + 25
  return scores
}

/** How much the texts speak for each segment. */
export function segmentScores(texts: Weighted[]): SegmentScores {
  const scores: SegmentScores = {}
  const zones = texts.map(({ text, weight }) => ({
    weight,
    folded: ` ${foldWords(text.slice(0, LONGEST).replace(/['’-]/g, ' '))} `,
  }))
  const isAboutCars = zones.some(({ folded }) => ABOUT_CARS.some((word) => word.test(folded)))
  const words = isAboutCars ? WORDS : WORDS.filter(({ isOfMany }) => !isOfMany)
  for (const { folded, weight: zone } of zones) {
    const bare = NOT_OF_CARS.reduce((text, phrase) => text.replaceAll(phrase, ' '), folded)
    for (const { segment, weight, pattern } of words) {
      const read = segment === 'other' ? folded : bare
      const times = Math.min(MOST_OF_ONE_WORD, [...read.matchAll(pattern)].length)
      if (times) scores[segment] = (scores[segment] ?? 0) + weight * zone * (1 + (times - 1) / 2)
    }
  }
  return scores
}

const LEAST = 6
/** Firms have directions and offices, too. */
const LEAST_OF_ADMINISTRATION = 12

/** The segment that most speaks for; null when next to nothing does, or when it is not about cars. */
export function bestSegment(scores: SegmentScores): Segment | null {
  const [best] = Object.entries(scores).sort(([, one], [, other]) => other - one)
  const least = best?.[0] === 'administration' ? LEAST_OF_ADMINISTRATION : LEAST
  if (!best || best[0] === 'other' || best[1] < least) return null
  return isGarage(best[0], best[1], scores) ? 'garage' : (best[0] as Segment)
}

/** Who repairs cars altogether, and does bodywork, tyres or washing besides, is a garage. */
function isGarage(segment: string, score: number, { garage = 0, workshop = 0 }: SegmentScores) {
  if (!garage || garage * MOST_BESIDES < workshop) return false
  return segment === 'workshop' || (segment === 'station' && garage + workshop > score)
}

const MOST_BESIDES = 3

function patternOf(words: string): RegExp {
  const folded = words
    .split(' ')
    .map((word) => word.split('*').map(foldWords).join('\\p{L}*'))
    .join(' ')
  // In Arabic, small words stand before others without a space.
  const before = /^[ء-ي]/.test(folded) ? '[ولبف]?' : ''
  return new RegExp(` ${before}${folded}(?= )`, 'gu')
}
