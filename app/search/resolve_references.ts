import { sql } from '#app/platform/database/sql'
import { findByPrefix, findNear, type NumberMatch } from '#app/references/find_numbers'
import { normaliseNumber } from '#app/references/normalise'
import { type NumberSpan, numberSpans } from '#app/references/number_spans'
import { findReferences } from '#app/search/find_references'
import { LISTING_COLUMNS, type Listing } from '#app/search/listing_columns'

/** How a number was found: `near` ones are offered, never chosen. */
export type Found = 'exact' | 'superseded' | 'prefix' | 'near' | 'none'

export type Resolution = {
  query: string
  normalised: string
  found: Found
  matches: { match: NumberMatch; listing: Listing }[]
}

const MOST_OFFERED = 5
/** Beyond so many unknown numbers, no similar ones are looked for. */
const MOST_UNKNOWN = 50

/** One row per number in the text, in its order, and per number given: exact, else what begins so, else near. */
export async function resolveReferences(text: string, numbers: string[]): Promise<Resolution[]> {
  const whole = [text, ...numbers].join('\n')
  const { found } = await findReferences(whole)
  const known = new Map(found.map((each) => [key(each.span), each]))
  const rows: { span: NumberSpan; matches: NumberMatch[]; found: Found }[] = []
  let unknown = 0
  for (const span of rowSpans(
    whole,
    found.map((each) => each.span)
  )) {
    const matches = known.get(key(span))?.matches
    if (matches) {
      const isOld = matches.every(({ kind }) => kind === 'superseded')
      rows.push({ span, matches, found: isOld ? 'superseded' : 'exact' })
    } else {
      unknown += 1
      rows.push({ span, ...(unknown <= MOST_UNKNOWN ? await similar(span.norm) : NOTHING) })
    }
  }
  return withListings(rows)
}

const NOTHING = { matches: [] as NumberMatch[], found: 'none' as Found }

async function similar(norm: string): Promise<{ matches: NumberMatch[]; found: Found }> {
  const beginning = await findByPrefix(norm, MOST_OFFERED)
  if (beginning.length > 0) return { matches: beginning, found: 'prefix' }
  const near = await findNear(norm, MOST_OFFERED)
  return near.length > 0 ? { matches: near, found: 'near' } : NOTHING
}

/** What was found, and single words that look like numbers and were not. */
function rowSpans(text: string, found: NumberSpan[]): NumberSpan[] {
  const isTaken = (span: NumberSpan) =>
    found.some(
      (other) =>
        other.line === span.line &&
        span.start < other.start + other.length &&
        other.start < span.start + span.length
    )
  const left = numberSpans(text).filter(
    (span) => span.length === 1 && /\d/.test(span.norm) && !isTaken(span)
  )
  return [...found, ...left].sort((a, b) => a.line - b.line || a.start - b.start)
}

const key = ({ line, start }: NumberSpan) => `${line}:${start}`

async function withListings(
  rows: { span: NumberSpan; matches: NumberMatch[]; found: Found }[]
): Promise<Resolution[]> {
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
