import { glance } from '#app/search/engine/glance'
import type { Matches, SearchEngine } from '#app/search/engine/search_engine'
import { rarity, VEHICLE_WEIGHT } from '#app/search/engine/weights'
import { termsOf, type Understood, vehicleGroupOf } from '#app/search/understanding/understood'

/** What more products than this say is looked up for the candidates only, not read through. */
const COMMON = 8_000
/** So many products are read through at most when what fits the car can be read instead. */
const COMMON_BESIDE_CAR = 30_000

/**
 * The terms asked for, weighed: the rarer, the more they tell (`rarity`). What
 * is common is left for later; the rarest group leads however common it is. What the tables know of
 * the terms is asked row by row: joins would be planned for hundreds of them.
 */
const ASKED = `
  counted as materialized (
    select g.term, g.grp, g.boost, g.cover,
      coalesce((select products from search_terms t where t.term = g.term), 1) as carriers,
      (select products from search_statistics) as total
    from unnest($1::text[], $2::int[], $3::real[], $4::real[]) g (term, grp, boost, cover)
  ), lead as materialized (
    select grp from counted where grp <> $5::int group by grp
    having $5::int < 0 or sum(carriers) <= ${COMMON_BESIDE_CAR} order by sum(carriers), grp limit 1
  ), asked as materialized (
    select term, grp, cover,
      boost * ${rarity('total', 'carriers')} as weight,
      -- What fits the car is found by fitments; the name of the car is for candidates without any.
      grp = $5::int or grp is distinct from (select grp from lead)
        and sum(carriers) over (partition by grp) > ${COMMON} as is_common
    from counted
  )`

/**
 * The best of the terms that say the same counts. Fitting the car is one more thing that products
 * which know a rare word may satisfy; where no word is rare, what fits the car is all that is looked at.
 */
const CANDIDATES = `
  rare_hits as (
    select product_id, grp, max(score) as score, max(cover) as cover
    from (
      select p.product_id, a.grp, a.weight * p.weight as score, a.cover
      from asked a join search_postings p on p.term = a.term
      where not a.is_common
      union all
      select f.product_id, $5::int, ${VEHICLE_WEIGHT}, 1
      from fitments f
      where f.vehicle_type_id = any ($6::int[]) and not exists (select from asked where not is_common)
    ) each_hit
    group by 1, 2
  ), partial as materialized (
    select product_id, sum(score) as score, sum(cover) as cover from rare_hits group by 1
  ), fitting as (
    select distinct product_id
    from (select product_id from fitments where vehicle_type_id = any ($6::int[]) offset 0) f
    where exists (select from asked where not is_common) and product_id in (select product_id from partial)
  ), able as materialized (
    select product_id, p.score + case when f.product_id is null then 0 else ${VEHICLE_WEIGHT} end as score,
      p.cover + case when f.product_id is null then 0 else 1 end as cover
    from partial p left join fitting f using (product_id)
  ), candidates as materialized (
    select product_id, score, cover from able
    where not $9::boolean or cover >= (select max(cover) from able) - 0.001
    order by cover desc, score desc, product_id limit $7::int
  )`

/** One probe of the key per candidate and common term. */
const COMMON_HITS = `
  common_hits as (
    select product_id, sum(score) as score, sum(cover) as cover from (
      select c.product_id, a.grp, max(p.weight * a.weight) as score, max(a.cover) as cover
      from candidates c cross join asked a cross join lateral (
        select weight from search_postings
        where term = a.term and product_id = c.product_id offset 0
      ) p
      where a.is_common
      group by 1, 2
    ) best group by 1
  )`

/** Squared, so that a product with all of it comes before products with more of a part of it. */
const SCORED = `
  select c.product_id,
    (c.score + coalesce(m.score, 0)) * power((c.cover + coalesce(m.cover, 0)) / $8::float8, 2) as score,
    (c.cover + coalesce(m.cover, 0)) / $8::float8 as coverage, false as is_cut
  from candidates c left join common_hits m on m.product_id = c.product_id`

const STATEMENT = `with ${ASKED}, ${CANDIDATES}, ${COMMON_HITS} ${SCORED}`

/** BM25F over postings kept in tables: PostgreSQL's own ranking knows no rarity of words. */
export const postgresEngine: SearchEngine = {
  async matches(query: Understood, { most, isStrict = false }): Promise<Matches | undefined> {
    if (query.groups.length === 0) return undefined
    return { sql: STATEMENT, values: [...asked(query), most, query.groups.length, isStrict] }
  },

  async glance(query: Understood): Promise<Matches | undefined> {
    return query.groups.length === 0 ? undefined : glance(query)
  },
}

/** $1 to $6: terms, their groups, boosts and covers; the group that names a car, and the car. */
function asked({ groups }: Understood): unknown[] {
  const terms = termsOf(groups)
  const vehicleGroup = vehicleGroupOf(groups)
  return [
    terms.map(({ term }) => term),
    terms.map(({ group }) => group),
    terms.map(({ boost }) => boost),
    terms.map(({ cover }) => cover),
    vehicleGroup,
    groups[vehicleGroup]?.vehicleTypeIds ?? [],
  ]
}
