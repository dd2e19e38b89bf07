import { glance } from '#app/search/engine/glance'
import type { Matches, Reach, SearchEngine } from '#app/search/engine/search_engine'
import { type Way, waysTo } from '#app/search/engine/ways'
import { rarity, VEHICLE_WEIGHT } from '#app/search/engine/weights'
import { termsOf, type Understood, vehicleGroupOf } from '#app/search/understanding/understood'

/** When so many products satisfy all that was asked, those that satisfy a part of it are left alone. */
const ENOUGH = 30
/** One way finds no more products than this. */
const LOOKED_AT = 1_000
/** So many are scored; the champions where more satisfy as much. */
const SCORED = 600

/** The terms asked for, weighed: the rarer, the more they tell (`rarity`). */
const ASKED = `
  asked as materialized (
    select g.term, g.group as grp, g.cover,
      g.boost * ${rarity('s.products', 'coalesce(t.products, 1)')} as weight
    from jsonb_to_recordset($1) g (term text, "group" int, boost float8, cover float8)
    cross join search_statistics s left join search_terms t on t.term = g.term
  )`

/**
 * The words of each candidate that are asked for. Documents are read one by one: how many there will be
 * is not known when the statement is planned.
 */
const HITS = `
  candidates as materialized (
    select c.product_id, c.level
    from (select array_agg(term) as terms, array_agg(weight) as worths from asked) a,
      search_candidates($2, $3, a.terms, a.worths, $4, $5, $6) c
  ), each_hit as (
    select product_id, grp, weight * weights[place] as score, cover
    from (
      select c.product_id, a.grp, a.weight, a.cover, d.weights, array_position(d.terms, a.term) as place
      from candidates c
      cross join lateral (
        select terms, weights from search_documents where product_id = c.product_id offset 0
      ) d
      cross join asked a
      where c.level > 0 or not $9
      offset 0
    ) placed
    where place is not null
    union all
    select c.product_id, $7, ${VEHICLE_WEIGHT}, 1
    from candidates c
    where $3 <> '{}' and (c.level > 0 or not $9) and exists (
      select from fitments f where f.product_id = c.product_id and f.vehicle_type_id = any ($3)
    )
  ), hits as (
    select product_id, sum(score) as score, sum(cover) as cover
    from (
      select product_id, grp, max(score) as score, max(cover) as cover from each_hit group by 1, 2
    ) best
    group by 1
  )`

/** Squared, so that a product with all of it comes before products with more of a part of it. */
const STATEMENT = `with ${ASKED}, ${HITS}
  select product_id, score * power(cover / $8::float8, 2) as score, cover / $8::float8 as coverage,
    false as is_cut
  from hits
  union all
  select product_id, 0, 1, false from candidates where $9 and level = 0`

/** BM25F over documents that PostgreSQL intersects: its own ranking knows no rarity of words. */
export const postgresEngine: SearchEngine = {
  async matches(understood: Understood, reach: Reach): Promise<Matches | undefined> {
    const ways = waysTo(understood, reach.isStrict)
    return ways.length === 0
      ? undefined
      : { sql: STATEMENT, values: asked(understood, ways, reach) }
  },

  async glance(understood: Understood): Promise<Matches | undefined> {
    return understood.groups.length === 0 ? undefined : glance(understood)
  },
}

/**
 * $1 terms, $2 ways, $3 cars, $4 enough, $5 looked at by one way, $6 ranked, $7 the group that names a car,
 * $8 how many groups there are, $9 whether those that satisfy everything need no score.
 */
function asked({ groups }: Understood, ways: Way[], { most, isStrict, isUnscored }: Reach) {
  const vehicleGroup = vehicleGroupOf(groups)
  return [
    JSON.stringify(termsOf(groups)),
    JSON.stringify(ways),
    groups[vehicleGroup]?.vehicleTypeIds ?? [],
    isStrict ? 1 : ENOUGH,
    isStrict ? most : LOOKED_AT,
    isStrict ? most : SCORED,
    vehicleGroup,
    groups.length,
    isUnscored ?? false,
  ]
}
