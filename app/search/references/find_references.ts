import { findByPrefix, findNear, findNumbers, type NumberMatch } from '#app/references/find_numbers'
import { linesOf } from '#app/references/number_lines'
import {
  chooseSpans,
  type NumberSpan,
  numberSpans,
  TakenPlaces,
} from '#app/references/number_spans'
import { untilChange } from '#app/platform/cache/until_change'
import { sql } from '#app/platform/database/sql'

/** How a number was found: as it stands, by how it begins, or one typing error away. */
export type Way = 'exact' | 'prefix' | 'near'

/** A number that was found in a text, and the listed products that carry it, best first. */
export type FoundReference = { span: NumberSpan; way: Way; matches: NumberMatch[] }

type ReferencesInText = {
  found: FoundReference[]
  /** The text without them. */
  rest: string
}

/**
 * Every part number in a text that somebody in the catalogue carries.
 * @param spans the places of its lines that may be one
 */
export async function findReferences(
  text: string,
  spans = numberSpans(linesOf(text))
): Promise<ReferencesInText> {
  const found = await carriedNumbers(spans)
  return { found, rest: found.length > 0 ? withoutSpans(text, found) : text }
}

/** What is written like a number is mostly the name of a car («i10», «Clio 4»), and comes again and again. */
const nobodys = untilChange(['catalogue'], () => new Set<string>())
const MOST_REMEMBERED = 20_000

/** Those of the places in a text that hold numbers which somebody carries, in its order. */
export async function carriedNumbers(spans: NumberSpan[]): Promise<FoundReference[]> {
  const uncarried = nobodys()
  const norms = [...new Set(spans.map(({ norm }) => norm))].filter((norm) => !uncarried.has(norm))
  if (norms.length === 0) return []
  const matches = await listed(await findNumbers(norms))
  const carried = new Set(matches.map(({ asked }) => asked))
  for (const norm of norms) {
    if (!carried.has(norm) && uncarried.size < MOST_REMEMBERED) uncarried.add(norm)
  }
  return foundAs(
    'exact',
    chooseSpans(spans, (norm) => carried.has(norm)),
    matches
  )
}

const MOST_BEGUN = 20
const MOST_NEAR = 5

/**
 * What numbers that nobody carries may stand for: those that begin so, else those one typing error away, which are to
 * be offered, never chosen.
 */
export async function findSimilar(
  spans: NumberSpan[]
): Promise<{ begun: FoundReference[]; near: FoundReference[] }> {
  if (spans.length === 0) return { begun: [], near: [] }
  const norms = [...new Set(spans.map(({ norm }) => norm))]
  const begun = foundAs('prefix', spans, await listed(await findByPrefix(norms, MOST_BEGUN)))
  const others = spans.filter((span) => !begun.some((each) => each.span === span))
  const asked = [...new Set(others.map(({ norm }) => norm))]
  return { begun, near: foundAs('near', others, await listed(await findNear(asked, MOST_NEAR))) }
}

function foundAs(way: Way, spans: NumberSpan[], matches: NumberMatch[]): FoundReference[] {
  const byNumber = Map.groupBy(matches, ({ asked }) => asked)
  return spans.flatMap((span) => {
    const those = byNumber.get(span.norm)
    return those ? [{ span, way, matches: those }] : []
  })
}

/** Products that are sold; one that was replaced stands for what replaced it. */
async function listed(matches: NumberMatch[]): Promise<NumberMatch[]> {
  if (matches.length === 0) return []
  const ids = [...new Set(matches.map(({ productId }) => productId))]
  const rows = await sql<{ id: number }>(
    'select product_id as id from product_listings where product_id = any ($1::int[])',
    [ids]
  )
  const sold = new Set(rows.map(({ id }) => id))
  const heirs = await heirsOf(ids.filter((id) => !sold.has(id)))
  return matches.flatMap((match) => {
    if (sold.has(match.productId)) return [match]
    const heir = heirs.get(match.productId)
    return heir === undefined ? [] : [{ ...match, productId: heir, kind: 'superseded' as const }]
  })
}

/** The listed product at the end of the replacements of each, if there is one. */
async function heirsOf(ids: number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const rows = await sql<{ id: number; heir: number }>(
    `with recursive heirs (id, heir, depth) as (
       select p.id, p.id, 0 from unnest($1::int[]) p (id)
       union all
       select h.id, p.superseded_by_id, h.depth + 1
       from heirs h join products p on p.id = h.heir
       where p.superseded_by_id is not null and h.depth < 10
         and not exists (select from product_listings l where l.product_id = h.heir)
     )
     select distinct on (h.id) h.id, h.heir
     from heirs h join product_listings l on l.product_id = h.heir order by h.id, h.depth`,
    [ids]
  )
  return new Map(rows.map(({ id, heir }) => [id, heir]))
}

/** What a text says besides. Words of which a piece is a number say nothing by the rest of it: `GDB1330x2`. */
export function withoutSpans(text: string, found: FoundReference[]): string {
  const taken = new TakenPlaces()
  for (const { span } of found) taken.take(span)
  return linesOf(text)
    .flatMap(({ words }, line) => words.filter((word) => taken.isFree(line, word)))
    .map((word) => word.text)
    .join(' ')
}
