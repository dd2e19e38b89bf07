import type { Matches } from '#app/search/engine/search_engine'
import { rarity, VEHICLE_WEIGHT } from '#app/search/engine/weights'
import {
  termsOf,
  type Understood,
  vehicleGroupOf,
  wholeOf,
} from '#app/search/understanding/understood'

/** So many products of the leading word are looked at. */
const MOST_LED = 80
/** So many champions of a word that stands alone. */
const MOST_ALONE = 60

/**
 * What `matches` finds, from one group alone: the rarest that is read whole, or the champions of a
 * word that is written out. Whether they satisfy the other groups is looked up one by one. Terms and
 * cars come as documents: how many there are is then the same guess every time, and PostgreSQL keeps
 * one plan.
 */
export function glance({ groups }: Understood): Matches {
  const vehicleGroup = vehicleGroupOf(groups)
  const vehicleTypeIds = groups[vehicleGroup]?.vehicleTypeIds ?? []
  // What counts beside other words alone is left to a whole search: champions do not tell the rest of a document.
  const terms = termsOf(groups)
    .filter(({ beside }) => !beside)
    .map((term) => ({ ...term, unfinished: groups[term.group].isUnfinished ?? false }))
  const values = [
    JSON.stringify(terms),
    vehicleGroup,
    JSON.stringify(vehicleTypeIds),
    wholeOf(groups),
  ]
  return { sql: GLANCE, values }
}

const GLANCE = `with counted as materialized (
    select g.term, g.group as grp, g.boost, g.cover, g.unfinished, coalesce(t.products, 1) as carriers,
      exists (select from search_champions c where c.term = g.term) as has_champions
    from jsonb_to_recordset($1) g (term text, "group" int, boost real, cover real, unfinished boolean)
    left join search_terms t using (term)
  ), asked as materialized (
    select c.term, c.grp, c.cover, c.has_champions,
      (select count(distinct grp) = 1 from counted) as is_alone,
      c.boost * ${rarity('s.products', 'c.carriers')} as weight,
      c.grp = (
        select grp from counted group by grp
        order by grp = $2::int, bool_or(has_champions), bool_or(unfinished), sum(carriers), grp limit 1
      ) as leads
    from counted c cross join search_statistics s
  ), cars as materialized (
    select car::int as id from jsonb_array_elements_text($3) car
  ), led as (
    select h.product_id, max(a.weight * h.weight) as score, max(a.cover) as cover
    from asked a cross join lateral (
      select product_id, weight, place from search_champions c
      where c.term = a.term and (c.place <= ${MOST_ALONE} or not a.is_alone)
      union all
      select product_id, weights[array_position(terms, a.term)], 0 from search_documents
      where array_to_tsvector(terms) @@ term_query(a.term) and not a.has_champions
    ) h
    where a.leads group by 1 order by min(h.place), 2 desc, 1 limit ${MOST_LED}
  ), each_hit as (
    select l.product_id, a.grp, a.weight * d.weights[p.at] as score, a.cover
    from led l
    cross join lateral (
      select terms, weights from search_documents where product_id = l.product_id offset 0
    ) d
    cross join asked a cross join lateral (select array_position(d.terms, a.term) as at offset 0) p
    where p.at is not null and not a.leads
    union all
    select l.product_id, $2::int, ${VEHICLE_WEIGHT}, 1
    from led l
    where exists (select from asked where not leads) and exists (select from cars) and exists (
      select from (select vehicle_type_id from fitments f where f.product_id = l.product_id offset 0) f
      where f.vehicle_type_id in (select id from cars)
    )
  ), others as (
    select product_id, sum(score) as score, sum(cover) as cover from (
      select product_id, grp, max(score) as score, max(cover) as cover from each_hit group by 1, 2
    ) best group by 1
  )
  select l.product_id,
    (l.score + coalesce(o.score, 0)) * power((l.cover + coalesce(o.cover, 0)) / $4::float8, 2) as score,
    (l.cover + coalesce(o.cover, 0)) / $4::float8 as coverage,
    (select count(*) from led) = ${MOST_LED} or (select bool_or(has_champions) from asked where leads) as is_cut
  from led l left join others o using (product_id)`
