import type { Matches, SearchEngine } from '#app/search/engine/search_engine'
import type { Understood } from '#app/search/understanding/understood'

/** What fitting the car is worth, as the rarity of a word that one product in fifty knows. */
const VEHICLE_WEIGHT = 4

/**
 * Weights of the terms asked for: the rarer, the more they tell (BM25's inverse document frequency).
 * What the tables know of them is asked row by row: joins would be planned for hundreds of terms.
 */
const ASKED = `
  asked as materialized (
    select term, grp, cover,
      boost * ln(1 + (greatest(total - carriers, 0) + 0.5) / (carriers + 0.5)) as weight
    from (
      select g.term, g.grp, g.boost, g.cover, (select products from search_statistics) as total,
        coalesce((select products from search_terms t where t.term = g.term), 1) as carriers
      from unnest($1::text[], $2::int[], $3::real[], $4::real[]) g (term, grp, boost, cover)
    ) counted
  )`

/** One term a group: each posting is a hit. */
const PLAIN_HITS = `
  hits as (
    select p.product_id, a.grp, a.weight * p.weight as score, a.cover
    from asked a join search_postings p on p.term = a.term
  )`

/** Several terms say the same: the best of them counts. */
const BEST_HITS = `
  hits as (
    select product_id, grp, max(score) as score, max(cover) as cover
    from (
      select p.product_id, a.grp, a.weight * p.weight as score, a.cover
      from asked a join search_postings p on p.term = a.term
      union all
      select distinct f.product_id, $5::int, ${VEHICLE_WEIGHT}, 1
      from fitments f where f.vehicle_type_id = any ($6::int[])
    ) each_hit
    group by 1, 2
  )`

/** Squared, so that a product with all of it comes before products with more of a part of it. */
const SCORED = (groups: string) => `
  select product_id, sum(score) * power(sum(cover) / ${groups}, 2) as score, sum(cover) / ${groups} as coverage
  from hits group by product_id`

/** BM25F over postings kept in tables: PostgreSQL's own ranking knows no rarity of words. */
export const postgresEngine: SearchEngine = {
  async matches({ groups }: Understood): Promise<Matches | undefined> {
    if (groups.length === 0) return undefined
    const asked = groups.flatMap(({ alternatives }, group) =>
      alternatives.map((alternative) => ({ ...alternative, group }))
    )
    const values: unknown[] = [
      asked.map(({ term }) => term),
      asked.map(({ group }) => group),
      asked.map(({ boost }) => boost),
      asked.map(({ cover }) => cover),
    ]
    const vehicleGroup = groups.findIndex(({ vehicleTypeIds }) => vehicleTypeIds.length > 0)
    const isPlain = vehicleGroup < 0 && asked.length === groups.length
    if (!isPlain) values.push(vehicleGroup, groups[vehicleGroup]?.vehicleTypeIds ?? [])
    const count = `$${values.push(groups.length)}::float8`
    return { sql: `with ${ASKED}, ${isPlain ? PLAIN_HITS : BEST_HITS} ${SCORED(count)}`, values }
  },
}
