import { glance } from '#app/search/engine/glance'
import type { Matches, Reach, SearchEngine } from '#app/search/engine/search_engine'
import { type Way, waysTo } from '#app/search/engine/ways'
import { sideBySide } from '#app/search/engine/side_by_side'
import { rarity, VEHICLE_WEIGHT } from '#app/search/engine/weights'
import {
  termsOf,
  type Understood,
  vehicleGroupOf,
  wholeOf,
} from '#app/search/understanding/understood'

/** When so many products satisfy all that was asked, those that satisfy a part of it are left alone. */
const ENOUGH = 12
/** One way finds no more products than this. */
const LOOKED_AT = 1_000
/** So many are scored; the champions where more satisfy as much. */
const SCORED = 400

/** The terms asked for, weighed: the rarer, the more they tell (`rarity`). */
const ASKED = `
  asked as materialized (
    select g.term, g.group as grp, g.cover, g.beside,
      g.boost * ${rarity('s.products', 'coalesce(t.products, 1)')} as weight
    from jsonb_to_recordset($1) g (term text, "group" int, boost float8, cover float8, beside text[])
    cross join search_statistics s left join search_terms t on t.term = g.term
  )`

const DOCUMENT = 'terms, weights, words'

/**
 * Those that know every word ($2) are scored as they are found. Further ones are read one by one: how
 * many there will be is not known when the statement is planned.
 */
const candidates = (isUnscored: boolean) => `
  whole as materialized (
    select product_id${isUnscored ? '' : `, ${DOCUMENT}`} from search_documents
    where array_to_tsvector(terms) @@ $2::tsquery limit $6::int
  ), further as materialized (
    select c.product_id, c.level
    from (select array_agg(term) as terms, array_agg(weight) as worths from asked) a,
      further_candidates($3, $4, a.terms, a.worths, $5, $6::int, $7, array(select product_id from whole)) c
  ), candidates as materialized (
    ${isUnscored ? '' : `select product_id, ${DOCUMENT} from whole union all`}
    select f.product_id, ${DOCUMENT} from further f
    cross join lateral (
      select ${DOCUMENT} from search_documents where product_id = f.product_id offset 0
    ) d
    ${isUnscored ? 'where level > 0' : ''}
  )`

/** The words of each candidate that are asked for; of what says the same the best counts. */
const HITS = `
  each_hit as (
    select product_id, grp, weight * weights[place] as score, cover
    from (
      select c.product_id, a.grp, a.weight, a.cover, c.weights, array_position(c.terms, a.term) as place
      from candidates c cross join asked a
      where a.beside is null or a.beside <@ c.terms
      offset 0
    ) placed
    where place is not null
    union all
    select c.product_id, $8, ${VEHICLE_WEIGHT}, 1
    from candidates c
    where $4 <> '{}' and exists (
      select from fitments f where f.product_id = c.product_id and f.vehicle_type_id = any ($4)
    )
  ), hits as (
    select product_id, sum(score) as score, sum(cover) as cover
    from (
      select product_id, grp, max(score) as score, max(cover) as cover from each_hit group by 1, 2
    ) best
    group by 1
  ), phrased as (
    select product_id, (
      select avg((words @@ phrase)::int::float8) from unnest($10::tsquery[]) phrase
    ) as side_by_side
    from candidates offset 0
  )`

/** Squared, so that a product with all of it comes before products with more of a part of it. */
const statement = (isUnscored: boolean) => `with ${ASKED}, ${candidates(isUnscored)}, ${HITS}
  select product_id, score * power(cover / $9::float8, 2) as score, cover / $9::float8 as coverage,
    coalesce(side_by_side, 0) as side_by_side, false as is_cut
  from hits join phrased using (product_id)
  ${isUnscored ? UNSCORED : ''}`

/** They satisfy all of it. */
const UNSCORED = `
  union all
  select product_id, 0, 1, 0, false from (
    select product_id from whole union all select product_id from further where level = 0
  ) all_of_it`

const RANKED = statement(false)
const FOUND = statement(true)

/** BM25F over documents that PostgreSQL intersects: its own ranking knows no rarity of words. */
export const postgresEngine: SearchEngine = {
  async matches(understood: Understood, reach: Reach): Promise<Matches | undefined> {
    if (understood.groups.length === 0) return undefined
    const ways = waysTo(understood, reach.isStrict)
    return { sql: reach.isUnscored ? FOUND : RANKED, values: asked(understood, ways, reach) }
  },

  async glance(understood: Understood): Promise<Matches | undefined> {
    return understood.groups.length === 0 ? undefined : glance(understood)
  },
}

/**
 * $1 terms, $2 the query of those that know every word, $3 further ways, $4 cars, $5 enough, $6 looked at by one
 * way, $7 ranked, $8 the group that names a car, $9 what all groups come to, $10 neighbouring words.
 */
function asked({ groups, words }: Understood, ways: Way[], { most, isStrict }: Reach) {
  const vehicleGroup = vehicleGroupOf(groups)
  const whole = ways.find(({ level, car, query }) => level === 0 && !car && query)
  return [
    JSON.stringify(termsOf(groups)),
    whole?.query ?? null,
    JSON.stringify(ways.filter((way) => way !== whole)),
    groups[vehicleGroup]?.vehicleTypeIds ?? [],
    isStrict ? 1 : ENOUGH,
    isStrict ? most : LOOKED_AT,
    isStrict ? most : SCORED,
    vehicleGroup,
    wholeOf(groups),
    isStrict ? [] : sideBySide(words),
  ]
}
