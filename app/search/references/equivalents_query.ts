import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'
import { LISTING_COLUMNS, type Listing } from '#app/search/lists/listing_columns'

export const GRADES = ['same_oe', 'declared', 'inferred'] as const
export type Grade = (typeof GRADES)[number]

export type Equivalent = Listing & {
  grade: Grade
  /** Percent. */
  confidence: number
  shared: string[]
  isConfirmed: boolean
}

const ORDER = 'equivalents:confidence:desc'
/** A number that so many products carry, or that is so short, tells nothing about two of them. */
const MOST_CARRIERS = 200
const SHORTEST = 5

/**
 * Published products that may stand in for this one, the surest first: same number of the same vehicle
 * maker; the other's number in a cross reference, either way; or a common cross reference. What staff
 * rejected is not there, what they confirmed is sure. Undefined when there is no such product.
 */
export async function equivalentsQuery(slug: string, limit: number, cursor?: string) {
  const place = cursor ? decodeCursor(ORDER, cursor) : undefined
  const [product] = await sql<{ id: number }>(
    'select p.id from products p join product_listings l on l.product_id = p.id where p.slug = $1',
    [slug]
  )
  if (!product) return undefined
  const rows = await sql<Equivalent>(EQUIVALENTS, [
    product.id,
    limit + 1,
    place?.value ?? null,
    place?.id ?? null,
  ])
  return pageOf(rows, limit, ORDER, ({ confidence }) => confidence)
}

const EQUIVALENTS = `
  with own as materialized (
    select n.kind, n.number_norm, n.owner_norm, n.confidence from part_numbers n
    where n.product_id = $1 and n.kind in ('oe', 'cross', 'mpn') and length(n.number_norm) >= ${SHORTEST}
      and (select count(*) from (
        select from part_numbers o where o.number_norm = n.number_norm limit ${MOST_CARRIERS + 1}
      ) carriers) <= ${MOST_CARRIERS}
  ), pairs as (
    select o.product_id,
      case
        when n.kind = 'oe' and o.kind = 'oe' then 'same_oe'
        when n.kind = 'cross' and o.kind = 'cross' then 'inferred'
        else 'declared'
      end as grade,
      o.number, least(n.confidence, o.confidence) as confidence
    from own n join part_numbers o on o.number_norm = n.number_norm and o.product_id <> $1
    where n.kind = 'oe' and o.kind = 'oe' and o.owner_norm = n.owner_norm
      or n.kind = 'cross' and o.kind = 'mpn' and (n.owner_norm = '' or o.owner_norm = n.owner_norm)
      or n.kind = 'mpn' and o.kind = 'cross' and (o.owner_norm = '' or o.owner_norm = n.owner_norm)
      or n.kind = 'cross' and o.kind = 'cross' and o.owner_norm = n.owner_norm
  ), graded as (
    select distinct on (product_id) product_id, grade, shared,
      case grade
        when 'same_oe' then least(95, 80 + 5 * cardinality(shared))
        when 'declared' then least(90, confidence)
        else least(70, 45 + 10 * cardinality(shared))
      end as confidence
    from (
      select product_id, grade, array_agg(distinct number) as shared, max(confidence) as confidence
      from pairs group by 1, 2
    ) g
    order by product_id, array_position(array['same_oe', 'declared', 'inferred'], grade)
  ), judged as (
    select g.*, v.verdict, (case when v.verdict = 'confirmed' then 100 else g.confidence end)::int as sure
    from graded g left join equivalence_verdicts v
      on v.product_a = least($1, g.product_id) and v.product_b = greatest($1, g.product_id)
  )
  select ${LISTING_COLUMNS}, j.grade, j.sure as confidence, j.shared,
    coalesce(j.verdict = 'confirmed', false) as "isConfirmed"
  from judged j join product_listings l on l.product_id = j.product_id
  where j.verdict is distinct from 'rejected'
    and ($3::int is null or (j.sure, -l.product_id) < ($3::int, -$4::int))
  order by j.sure desc, l.product_id limit $2`
