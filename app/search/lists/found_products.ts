import { searchEngine } from '#app/search/engine/current_engine'
import { type Matches, NOTHING } from '#app/search/engine/search_engine'
import type { Condition } from '#app/platform/database/conditions'
import { readQuery } from '#app/search/understanding/read_query'

/** What a statement begins with to list only what a query finds: `found (product_id, score)`. */
export type FoundProducts = { cte: string; values: unknown[]; condition: Condition }

/** Lists and facets of a query go no further; beyond that the words say nothing. */
const MOST = 20_000

/**
 * The products that satisfy a query as fully as any does, for lists and facets. A reference in it
 * narrows them down to those that carry it.
 */
export async function foundProducts(
  q: string,
  options: { isUnscored: boolean }
): Promise<FoundProducts> {
  const { found, understood } = await readQuery(q)
  const matches = found.length
    ? byReference(found.flatMap((reference) => reference.matches.map((each) => each.productId)))
    : ((await searchEngine().matches(understood, { ...options, most: MOST, isStrict: true })) ??
      NOTHING)
  return {
    cte: `scored as materialized (${matches.sql}),
      found as materialized (
        select product_id, score from scored where coverage >= (select max(coverage) from scored) - 0.001
      )`,
    values: [...matches.values],
    condition: {
      filter: 'q',
      // As an array: their rows are then read in the order of the index.
      sql: 'l.product_id = any (array(select product_id from found))',
      values: [],
    },
  }
}

const byReference = (ids: number[]): Matches => ({
  sql: `select id as product_id, -min(place)::float8 as score, 1::float8 as coverage
    from unnest($1::int[]) with ordinality n (id, place) group by 1`,
  values: [ids],
})
