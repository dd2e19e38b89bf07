import { findByPrefix, findNear, type NumberMatch } from '#app/references/find_numbers'
import { lineOf, linesOf, type NumberLine } from '#app/references/number_lines'
import { type NumberSpan, numberSpans, spanOf, TakenPlaces } from '#app/references/number_spans'
import { isAmount } from '#app/references/other_figures'
import { unknownSpans } from '#app/references/unknown_spans'
import { carriedNumbers } from '#app/search/references/find_references'
import { LISTING_COLUMNS, type Listing } from '#app/search/lists/listing_columns'
import { recordUnmet } from '#app/search/unmet_demand'
import { lexicon } from '#app/search/understanding/current_lexicon'
import { wordsOf } from '#app/search/understanding/words'
import { sql } from '#app/platform/database/sql'

/** How a number was found: `near` ones are offered, never chosen. */
export type Found = 'exact' | 'superseded' | 'prefix' | 'near' | 'none'

export type Resolution = {
  query: string
  normalised: string
  found: Found
  matches: { match: NumberMatch; listing: Listing }[]
}

type ResolveRequest = { text?: string; numbers?: string[]; vehicle?: number }

type Offer = { matches: NumberMatch[]; found: Found }
type Row = Offer & { span: NumberSpan }

const MOST_OFFERED = 5
/** So many carriers of one number are told, and so many of all numbers. */
const MOST_MATCHES = 20
const MOST_SHOWN = 2_000
/** Beyond so many unknown numbers, no similar ones are looked for, and none is remembered. */
const MOST_UNKNOWN = 50

/**
 * One row per number in the text, in its order, and per number given: exact, else what begins so, else
 * near. Each has up to 20 matches, fewer when there are more than 100 rows. What nobody carries is
 * remembered as unmet demand, for the car that it was asked for.
 */
export async function resolveReferences({
  text = '',
  numbers = [],
  vehicle,
}: ResolveRequest): Promise<Resolution[]> {
  const lines = [...linesOf(text), ...numbers.map((number, at) => lineOf(number, -1 - at))]
  const found = await carriedNumbers(numberSpans(lines))
  const known = new Map(found.map(({ span, matches }) => [key(span), matches]))
  const spans = await rowSpans(
    lines,
    found.map(({ span }) => span)
  )
  const unknown = spans.filter((span) => !known.has(key(span))).map(({ norm }) => norm)
  const offered = await similar([...new Set(unknown)].slice(0, MOST_UNKNOWN))
  const rows = spans.map((span): Row => {
    const matches = known.get(key(span))
    if (!matches) return { span, ...(offered.get(span.norm) ?? NOTHING) }
    const isOld = matches.every(({ kind }) => kind === 'superseded')
    return { span, matches, found: isOld ? 'superseded' : 'exact' }
  })
  const resolutions = await withListings(rows)
  await rememberMissing(resolutions, vehicle)
  return resolutions
}

/** A number that nobody has is what somebody wants to buy; one that is near it is not. */
async function rememberMissing(resolutions: Resolution[], vehicle?: number) {
  const missing = resolutions.filter(({ found }) => found === 'none' || found === 'near')
  const queries = missing.slice(0, MOST_UNKNOWN).map(({ query }) => query.trim())
  await recordUnmet(queries, vehicle)
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
async function rowSpans(lines: NumberLine[], found: NumberSpan[]): Promise<NumberSpan[]> {
  const known = await lexicon()
  const isWord = (word: string) => wordsOf(word).every((each) => known.knows(each))
  const taken = new TakenPlaces()
  for (const span of found) taken.take(span)
  const foundIn = Map.groupBy(found, ({ line }) => line)
  const unknown = lines.flatMap((line, at) =>
    isGiven(line) && !foundIn.has(at)
      ? [spanOf(line, at, { from: 0, to: line.text.length })]
      : unknownSpans(line, at, (word) => !taken.isFree(at, word), isWord)
  )
  return [...found, ...withoutAmounts(lines, found, unknown)].sort(
    (a, b) => a.line - b.line || a.from - b.from
  )
}

const isGiven = ({ row }: NumberLine) => row < 0

/** In a row that has a number the other cells are quantities and prices. */
function withoutAmounts(
  lines: NumberLine[],
  found: NumberSpan[],
  unknown: NumberSpan[]
): NumberSpan[] {
  const isPlain = ({ line }: NumberSpan) => !isGiven(lines[line]) && isAmount(lines[line].text)
  const rowOf = ({ line }: NumberSpan) => lines[line].row
  const telling = new Set([...found, ...unknown.filter((span) => !isPlain(span))].map(rowOf))
  return unknown.filter((span) => !isPlain(span) || !telling.has(rowOf(span)))
}

const key = ({ line, from }: NumberSpan) => `${line}:${from}`

async function withListings(rows: Row[]): Promise<Resolution[]> {
  const ids = [...new Set(rows.flatMap(({ matches }) => matches.map((each) => each.productId)))]
  const listings = await sql<Listing>(
    `select ${LISTING_COLUMNS} from product_listings l where l.product_id = any ($1::int[])`,
    [ids]
  )
  const byId = new Map(listings.map((listing) => [listing.id, listing]))
  const each = Math.min(MOST_MATCHES, Math.max(1, Math.floor(MOST_SHOWN / rows.length)))
  return rows.map(({ span, matches, found }) => {
    const listed = matches.flatMap((match) => {
      const listing = byId.get(match.productId)
      return listing ? [{ match, listing }] : []
    })
    return {
      query: span.text,
      normalised: span.norm,
      found: listed.length > 0 ? found : 'none',
      matches: listed.slice(0, each),
    }
  })
}
