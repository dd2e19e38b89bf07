import { foldWords } from '#app/platform/text/fold_words'
import type { PageContent } from '#app/prospector/reader/page_content'
import { SEGMENT_WORDS } from '#app/prospector/reader/segment_words'
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
      }))
    })
)
/** The same word over and over is one hint. */
const MOST_OF_ONE_WORD = 2
const LONGEST = 20_000

/** How much a page, with the businesses that it tells in data, speaks for each segment. */
export function segmentScoresOf(content: PageContent, businesses: Structured[]): SegmentScores {
  const headings = content.lines
    .filter(({ level }) => level > 0 && level < 4)
    .map(({ text }) => text)
  const scores = segmentScores([
    { text: content.title, weight: 3 },
    { text: businesses.flatMap(({ names }) => names).join('\n'), weight: 3 },
    {
      text: content.metas.get('description') ?? content.metas.get('og:description') ?? '',
      weight: 2,
    },
    { text: headings.join('\n'), weight: 2 },
    { text: content.lines.map(({ text }) => text).join('\n'), weight: 1 },
  ])
  for (const { segment } of businesses) if (segment) scores[segment] = (scores[segment] ?? 0) + 25
  return scores
}

/** How much the texts speak for each segment. */
export function segmentScores(texts: Weighted[]): SegmentScores {
  const scores: SegmentScores = {}
  for (const { text, weight: zone } of texts) {
    const folded = ` ${foldWords(text.slice(0, LONGEST).replace(/['’-]/g, ' '))} `
    for (const { segment, weight, pattern } of WORDS) {
      const times = Math.min(MOST_OF_ONE_WORD, [...folded.matchAll(pattern)].length)
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
  return best && best[0] !== 'other' && best[1] >= least ? (best[0] as Segment) : null
}

function patternOf(words: string): RegExp {
  const folded = words
    .split('*')
    .map((part) => foldWords(part))
    .join('\\p{L}*')
  // In Arabic, small words stand before others without a space.
  const before = /^[ء-ي]/.test(folded) ? '[ولبف]?' : ''
  return new RegExp(` ${before}${folded}(?= )`, 'gu')
}
