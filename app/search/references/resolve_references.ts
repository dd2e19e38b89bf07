import { sql } from '#app/platform/database/sql'
import { findByPrefix, findNear, type NumberMatch } from '#app/references/find_numbers'
import { normaliseNumber } from '#app/references/normalise'
import { linesOf, type NumberSpan } from '#app/references/number_spans'
import { unknownSpans } from '#app/references/unknown_spans'
import { findReferences, type FoundReference } from '#app/search/references/find_references'
import { LISTING_COLUMNS, type Listing } from '#app/search/lists/listing_columns'
import { lexicon } from '#app/search/understanding/current_lexicon'
import { wordsOf } from '#app/search/understanding/words'

/** How a number was found: `near` ones are offered, never chosen. */
export type Found = 'exact' | 'superseded' | 'prefix' | 'near' | 'none'

export type Resolution = {
  query: string
  normalised: string
  found: Found
  matches: { match: NumberMatch; listing: Listing }[]
}

type Offer = { matches: NumberMatch[]; found: Found }
type Row = Offer & { span: NumberSpan }

const MOST_OFFERED = 5
/** Beyond so many unknown numbers, no similar ones are looked for. */
const MOST_UNKNOWN = 50

/** One row per number in the text, in its order, and per number given: exact, else what begins so, else near. */
export async function resolveReferences(text: string, numbers: string[]): Promise<Resolution[]> {
  const lines = [...linesOf(text).filter((words) => words.length > 0), ...numbers.map(oneLine)]
  const { found } = await findReferences(lines.map((words) => words.join(' ')).join('\n'))
  const known = new Map(found.map((each) => [key(each.span), each]))
  const given = lines.map((_, line) => numbers[line - lines.length + numbers.length])
  const spans = await rowSpans(lines, given, [...known.values()])
  const unknown = spans.filter((span) => !known.has(key(span))).map(({ norm }) => norm)
  const offered = await similar([...new Set(unknown)].slice(0, MOST_UNKNOWN))
  const rows = spans.map((span): Row => {
    const matches = known.get(key(span))?.matches
    if (!matches) return { span, ...(offered.get(span.norm) ?? NOTHING) }
    const isOld = matches.every(({ kind }) => kind === 'superseded')
    return { span, matches, found: isOld ? 'superseded' : 'exact' }
  })
  return withListings(rows)
}

/** A number that was given is one line, whatever is in it. */
function oneLine(number: string): string[] {
  const words = linesOf(number).flat()
  return words.length > 0 ? words : ['-']
}

const NOTHING: Offer = { matches: [], found: 'none' }

/** What may be meant instead of numbers that nobody carries, in two questions however many they are. */
async function similar(norms: string[]): Promise<Map<string, Offer>> {
  const offers = new Map<string, Offer>()
  const offer = (found: Found, matches: NumberMatch[]) => {
    const byNumber = Map.groupBy(matches, ({ asked }) => asked)
    for (const [norm, those] of byNumber) offers.set(norm, { matches: those, found })
  }
  offer('prefix', await findByPrefix(norms, MOST_OFFERED))
  const others = norms.filter((norm) => !offers.has(norm))
  offer('near', await findNear(others, MOST_OFFERED))
  return offers
}

/** What was found, and what looks like a number and was not; a number that was given always is one. */
async function rowSpans(
  lines: string[][],
  given: (string | undefined)[],
  found: FoundReference[]
): Promise<NumberSpan[]> {
  const known = await lexicon()
  const isWord = (word: string) => wordsOf(word).every((each) => known.knows(each))
  const taken = Map.groupBy(
    found.map(({ span }) => span),
    ({ line }) => line
  )
  return lines.flatMap((words, line) => {
    const spans = taken.get(line) ?? []
    const number = given[line]
    if (number !== undefined && spans.length === 0) return [wholeLine(number, line)]
    const isFree = (place: number) =>
      !spans.some(({ start, length }) => place >= start && place < start + length)
    return [...spans, ...unknownSpans(words, line, isFree, isWord)].sort(
      (a, b) => a.start - b.start
    )
  })
}

const wholeLine = (number: string, line: number): NumberSpan => ({
  line,
  start: 0,
  length: 1,
  text: number,
  norm: normaliseNumber(number),
})

const key = ({ line, start }: NumberSpan) => `${line}:${start}`

async function withListings(rows: Row[]): Promise<Resolution[]> {
  const ids = [...new Set(rows.flatMap(({ matches }) => matches.map((each) => each.productId)))]
  const listings = await sql<Listing>(
    `select ${LISTING_COLUMNS} from product_listings l where l.product_id = any ($1::int[])`,
    [ids]
  )
  const byId = new Map(listings.map((listing) => [listing.id, listing]))
  return rows.map(({ span, matches, found }) => {
    const listed = matches.flatMap((match) => {
      const listing = byId.get(match.productId)
      return listing ? [{ match, listing }] : []
    })
    return {
      query: span.text,
      normalised: normaliseNumber(span.text),
      found: listed.length > 0 ? found : 'none',
      matches: listed,
    }
  })
}
