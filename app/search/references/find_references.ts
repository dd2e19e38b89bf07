import { findNumbers, type NumberMatch } from '#app/references/find_numbers'
import { chooseSpans, linesOf, type NumberSpan, numberSpans } from '#app/references/number_spans'
import { sql } from '#app/platform/database/sql'

/** A number that was found in a text, and the listed products that carry it, best first. */
export type FoundReference = { span: NumberSpan; matches: NumberMatch[] }

export type ReferencesInText = {
  found: FoundReference[]
  /** The text without them. */
  rest: string
}

/** Every part number in a text that somebody in the catalogue carries. */
export async function findReferences(text: string): Promise<ReferencesInText> {
  const spans = numberSpans(text)
  if (spans.length === 0) return { found: [], rest: text }
  const matches = await listed(await findNumbers([...new Set(spans.map(({ norm }) => norm))]))
  const byNumber = Map.groupBy(matches, ({ asked }) => asked)
  const found = chooseSpans(spans, (norm) => byNumber.has(norm)).map((span) => ({
    span,
    matches: byNumber.get(span.norm)!,
  }))
  return { found, rest: withoutSpans(text, found) }
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

function withoutSpans(text: string, found: FoundReference[]): string {
  const taken = new Set(
    found.flatMap(({ span }) =>
      Array.from({ length: span.length }, (_, offset) => `${span.line}:${span.start + offset}`)
    )
  )
  return linesOf(text)
    .flatMap((words, line) => words.filter((_, place) => !taken.has(`${line}:${place}`)))
    .join(' ')
}
