import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'
import { LISTING_COLUMNS, type Listing } from '#app/search/lists/listing_columns'

export const GRADES = ['same_oe', 'declared', 'inferred'] as const
type Grade = (typeof GRADES)[number]

type Equivalent = Listing & {
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

/** So many common numbers make it likely that two products are the same part; one may be a coincidence. */
const FEWEST_COMMON = 2

/**
 * Published products that may stand in for this one, the surest first: same number of the same vehicle
 * maker; the other's number in a cross reference, either way; or at least two common numbers, which are
 * cross references or numbers of several vehicle makers. A kit carries the numbers of its parts: but for
 * what a cross reference declares, both are of one kind. What staff rejected is not there, what they
 * confirmed is sure, whatever numbers it has. Undefined when there is no such product.
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

/** One of the categories is the other, or stands above it; without a category it may be any. */
const SAME_KIND = `exists (
  select from products one left join categories a on a.id = one.category_id,
    products other left join categories b on b.id = other.category_id
  where one.id = $1 and other.id = g.product_id
    and (a.id is null or b.id is null
      or starts_with(a.slug || '/', b.slug || '/') or starts_with(b.slug || '/', a.slug || '/')))`

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
        when n.kind = 'oe' and o.kind = 'oe' and o.owner_norm = n.owner_norm then 'same_oe'
        when n.kind in ('oe', 'cross') and o.kind = n.kind then 'inferred'
        else 'declared'
      end as grade,
      o.number, o.number_norm, least(n.confidence, o.confidence) as confidence
    from own n join part_numbers o on o.number_norm = n.number_norm and o.product_id <> $1
    where n.kind = 'oe' and o.kind = 'oe'
      or n.kind = 'cross' and o.kind = 'mpn' and (n.owner_norm = '' or o.owner_norm = n.owner_norm)
      or n.kind = 'mpn' and o.kind = 'cross' and (o.owner_norm = '' or o.owner_norm = n.owner_norm)
      or n.kind = 'cross' and o.kind = 'cross' and o.owner_norm = n.owner_norm
  ), verdicts as (
    select product_b as product_id, verdict from equivalence_verdicts where product_a = $1
    union all
    select product_a, verdict from equivalence_verdicts where product_b = $1
  ), graded as (
    select distinct on (product_id) product_id, grade, shared,
      case grade
        when 'same_oe' then least(95, 80 + 5 * common)
        when 'declared' then least(90, confidence)
        else least(70, 45 + 10 * common)
      end as confidence
    from (
      select product_id, grade, array_agg(distinct number) as shared, max(confidence) as confidence,
        count(distinct number_norm) as common
      from pairs group by 1, 2
    ) g
    where (grade <> 'inferred' or common >= ${FEWEST_COMMON}) and (grade = 'declared' or ${SAME_KIND})
    order by product_id, array_position(array['same_oe', 'declared', 'inferred'], grade)
  ), judged as (
    select coalesce(g.product_id, v.product_id) as product_id, coalesce(g.grade, 'declared') as grade,
      coalesce(g.shared, '{}') as shared, v.verdict,
      (case when v.verdict = 'confirmed' then 100 else g.confidence end)::int as sure
    from graded g full join verdicts v on v.product_id = g.product_id
  )
  select ${LISTING_COLUMNS}, j.grade, j.sure as confidence, j.shared,
    coalesce(j.verdict = 'confirmed', false) as "isConfirmed"
  from judged j join product_listings l on l.product_id = j.product_id
  where j.verdict is distinct from 'rejected'
    and ($3::int is null or (j.sure, -l.product_id) < ($3::int, -$4::int))
  order by j.sure desc, l.product_id limit $2`
