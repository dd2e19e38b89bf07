import { glance } from '#app/search/engine/glance'
import type { Matches, SearchEngine } from '#app/search/engine/search_engine'
import { rarity, VEHICLE_WEIGHT } from '#app/search/engine/weights'
import { termsOf, type Understood, vehicleGroupOf } from '#app/search/understanding/understood'

/** So many postings are read through, of the rarest groups first; the others are looked up for the candidates only. */
const READ = 8_000
/** The rarest word beside a car is read up to here, before what fits the car is. */
const READ_BESIDE_CAR = 30_000
/** A term that says the same less surely is read when so few products know it. */
const READ_ASIDE = 8_000
/** So many candidates are asked for terms that were not read, more where more are equally good so far. */
const ASKED_AT_LEAST = 600
/** So many times, all in all: 2 µs each. */
const PROBES = 3_000

/**
 * The terms asked for, weighed: the rarer, the more they tell (`rarity`). What the tables know of
 * them is asked row by row: joins would be planned for hundreds of them.
 */
const ASKED = `
  counted as materialized (
    select g.term, g.grp, g.boost, g.cover, g.boost = max(g.boost) over (partition by g.grp) as is_sure,
      coalesce((select products from search_terms t where t.term = g.term), 1) as carriers,
      (select products from search_statistics) as total
    from unnest($1::text[], $2::int[], $3::real[], $4::real[]) g (term, grp, boost, cover)
  ), sizes as materialized (
    select grp, sum(carriers) as postings, sum(sum(carriers)) over (order by sum(carriers), grp) as so_far
    from counted where is_sure or carriers <= ${READ_ASIDE} group by grp
  ), lead as materialized (
    select grp from sizes where grp <> $5::int and ($5::int < 0 or postings <= ${READ_BESIDE_CAR})
    order by postings, grp limit 1
  ), asked as materialized (
    select c.term, c.grp, c.cover, c.boost * ${rarity('c.total', 'c.carriers')} as weight,
      (s.so_far <= ${READ} or s.grp = (select grp from lead))
        and (c.is_sure or c.carriers <= ${READ_ASIDE}) as is_read
    from counted c join sizes s using (grp)
  ), probing as materialized (
    select ${PROBES} / nullif(count(*), 0) as most from asked where not is_read
  ), ambiguous as materialized (
    select grp from (select grp from asked where is_read union all select $5::int) each_term
    group by 1 having count(*) > 1
  )`

/**
 * The best of the terms that say the same counts: where a group was read by one term alone there is
 * nothing to compare. Fitting the car is one more thing that products which know a word that was read
 * may satisfy; where none was, what fits the car is all that is looked at.
 */
const CANDIDATES = `
  named as materialized (
    select p.product_id, a.grp, a.weight * p.weight as score, a.cover
    from asked a join search_postings p on p.term = a.term
    where a.is_read
  ), fitting as (
    select distinct product_id
    from (select product_id from fitments where vehicle_type_id = any ($6::int[]) offset 0) f
    where not exists (select from asked where is_read and grp <> $5::int)
      or product_id in (select product_id from named)
  ), each_hit as (
    select * from named union all select product_id, $5::int, ${VEHICLE_WEIGHT}, 1 from fitting
  ), able as materialized (
    select product_id, sum(score) as score, sum(cover) as cover, bit_or(1::bigint << grp) as groups
    from (
      select * from each_hit where grp not in (select grp from ambiguous)
      union all
      select product_id, grp, max(score), max(cover)
      from each_hit where grp in (select grp from ambiguous) group by 1, 2
    ) best
    group by 1
  ), best as materialized (
    select max(cover) - 0.001 as cover from able
  ), candidates as materialized (
    select * from able
    where not $9::boolean or cover >= (select cover from best)
    order by cover desc, score desc, product_id
    limit greatest($7::int, (
      select least(p.most, greatest(${ASKED_AT_LEAST}, count(*)))
      from probing p, able a where a.cover >= (select cover from best) group by p.most
      having p.most is not null
    ))
  )`

/** One probe of the key per candidate and term of a group that it has nothing of yet. */
const UNREAD_HITS = `
  unread_hits as (
    select product_id, sum(score) as score, sum(cover) as cover from (
      select c.product_id, a.grp, max(p.weight * a.weight) as score, max(a.cover) as cover
      from candidates c cross join asked a cross join lateral (
        select weight from search_postings
        where term = a.term and product_id = c.product_id offset 0
      ) p
      where not a.is_read and c.groups & (1::bigint << a.grp) = 0
      group by 1, 2
    ) best group by 1
  )`

/** Squared, so that a product with all of it comes before products with more of a part of it. */
const SCORED = `
  select c.product_id,
    (c.score + coalesce(m.score, 0)) * power((c.cover + coalesce(m.cover, 0)) / $8::float8, 2) as score,
    (c.cover + coalesce(m.cover, 0)) / $8::float8 as coverage, false as is_cut
  from candidates c left join unread_hits m on m.product_id = c.product_id`

const STATEMENT = `with ${ASKED}, ${CANDIDATES}, ${UNREAD_HITS} ${SCORED}`

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
