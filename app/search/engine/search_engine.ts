import type { Understood } from '#app/search/understanding/understood'

/**
 * What matches a query, as a relation: `product_id`, `score`, `coverage` (1: everything asked for),
 * `side_by_side` (the share of neighbouring words that it says next to each other), and `is_cut` (more were
 * there than it looked at).
 */
export type Matches = {
  /** A select whose values are numbered from $1. */
  sql: string
  values: unknown[]
}

export const NOTHING: Matches = {
  sql: `select null::int as product_id, 0::float8 as score, 0::float8 as coverage,
    0::float8 as side_by_side, false as is_cut where false`,
  values: [],
}

/** How far an answer goes. */
export type Reach = {
  /** So many products at most. */
  most: number
  /** Only those that satisfy as much of it as any does. */
  isStrict?: boolean
  /** The score of those that satisfy all of it does not matter. */
  isUnscored?: boolean
}

/**
 * Finds products by words. PostgreSQL does it up to about 100,000 products; an outside engine takes
 * over beyond that by answering with `select … from unnest($1::int[], $2::real[], …)`
 * (docs/adr/0007-search-in-postgresql.md).
 */
export interface SearchEngine {
  /** The products that have most of what is asked for, scored; undefined when nothing can match. */
  matches(query: Understood, reach: Reach): Promise<Matches | undefined>

  /**
   * Some of the best of them, fast enough for every letter that is typed.
   */
  glance(query: Understood): Promise<Matches | undefined>
}
