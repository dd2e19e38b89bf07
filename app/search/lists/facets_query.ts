import { taxonomy, type Taxonomy } from '#app/catalogue/taxonomy'
import { sql } from '#app/platform/database/sql'
import { type FoundProducts, foundProducts } from '#app/search/lists/found_products'
import { type Condition, joinConditions } from '#app/platform/database/conditions'
import { listingConditions } from '#app/search/lists/listing_conditions'
import { canCountByPrice, countByCategory } from '#app/search/lists/price_lists'
import type { ProductFilters } from '#app/search/lists/product_filters'

/** How many products have `value` of the facet `kind`. */
export type FacetCount = { kind: string; value: string; count: number }

export type Facets = { counts: FacetCount[]; taxonomy: Taxonomy }

/** Upper limits of the price buckets, in millimes; the last bucket is open. */
export const PRICE_STEPS = [20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000]

/**
 * What each facet counts, from rows that match every *other* filter. Grouped as stored and written
 * as text afterwards, each in one pass: half the work of grouping by the text.
 */
const COUNTED: Record<string, string> = {
  brand: countsOf('brand', 'brand_id'),
  category: countsOf('category', 'category_id'),
  quality: countsOf('quality', 'quality'),
  availability: countsOf('availability', 'availability'),
  price: `select p.kind, p.value::text, p.count
    from (select width_bucket(price, array[${PRICE_STEPS.join(',')}]::bigint[]) as bucket,
            count(*)::int as count, min(price) as lowest, max(price) as highest from ROWS group by 1) b,
      lateral (values ('price', bucket::bigint, b.count), ('priceMin', lowest, 0), ('priceMax', highest, 0))
        p (kind, value, count)`,
  attributes: attributeCounts('attribute'),
}

function countsOf(kind: string, column: string): string {
  return `select '${kind}', c.value::text, c.count
    from (select ${column} as value, count(*)::int as count from ROWS group by 1) c
    where c.value is not null`
}

function attributeCounts(kind: string): string {
  return `select '${kind}', f.attribute_id || ':' || f.value, c.count
    from (select u.id, count(*)::int as count
          from (select unnest(facet_value_ids) as id from ROWS) u group by 1) c
    join facet_values f on f.id = c.id`
}

const COLUMNS = 'brand_id, category_id, price, availability, quality, facet_value_ids'

/**
 * The counts of every facet in one statement. They are disjunctive: a facet
 * ignores its own filter, so that choosing one brand still shows what the
 * others have. Facets without a filter share one pass over the matching rows.
 */
export async function facetsQuery(filters: ProductFilters): Promise<Facets> {
  const [known, found] = await Promise.all([
    taxonomy(),
    filters.q === undefined ? undefined : foundProducts(filters.q, { isUnscored: true }),
  ])
  const conditions = listingConditions(filters, known)
  const values: unknown[] = [...(found?.values ?? [])]
  const source = found ? readOnce(found, conditions, values) : byIndex(values)

  const categories = found ? undefined : await categoriesBeside(conditions, filters)
  const branches = Object.entries(COUNTED)
    .filter(([facet]) => facet !== 'category' || !categories)
    .map(([facet, statement]) => statement.replaceAll('ROWS', rowsFor(facet, conditions, source)))
  branches.push(...ownAttributeBranches(conditions, source, values))

  const counts = await sql<FacetCount>(
    `with ${source.ctes.map((cte) => `${cte},`).join('\n')}
     matching as materialized (${source.rows(conditions)}),
     counts (kind, value, count) as (${branches.join('\nunion all ')})
     select kind, value, count from counts`,
    values
  )
  return { counts: [...counts, ...(categories ?? [])], taxonomy: known }
}

/** Where the rows that satisfy some of the filters come from. */
type Source = { ctes: string[]; rows: (conditions: Condition[]) => string }

/** Without words each selection has an index of its own. */
const byIndex = (values: unknown[]): Source => ({
  ctes: [],
  rows: (kept) => `select ${COLUMNS} from product_listings l where ${joinConditions(kept, values)}`,
})

/** What words find is read once, with what each filter says of it; what has no facet narrows it down at once. */
function readOnce(found: FoundProducts, conditions: Condition[], values: unknown[]): Source {
  const always = [found.condition, ...conditions.filter(({ filter }) => filter === 'vehicle')]
  const chosen = conditions.filter(({ filter }) => filter !== 'vehicle')
  const says = chosen.map((each, place) => `, ${joinConditions([each], values)} as says_${place}`)
  const kept = (each: Condition) => (chosen.includes(each) ? [`says_${chosen.indexOf(each)}`] : [])
  return {
    ctes: [
      found.cte,
      `read_once as materialized (
        select ${COLUMNS}${says.join('')} from product_listings l where ${joinConditions(always, values)})`,
    ],
    rows: (some) =>
      `select * from read_once where ${['true', ...some.flatMap(kept)].join(' and ')}`,
  }
}

/**
 * The counts of all categories when one is chosen, unless that takes rows: without the category
 * there may be no filter left that an index knows.
 */
async function categoriesBeside(conditions: Condition[], filters: ProductFilters) {
  const names = conditions.map(({ filter }) => filter)
  if (!names.includes('category') || !canCountByPrice(names)) return undefined
  return countByCategory(filters)
}

/** The rows that a facet counts: those matching all filters, or all but its own. */
function rowsFor(facet: string, conditions: Condition[], source: Source): string {
  const others = conditions.filter(({ filter }) => filter !== facet)
  return others.length === conditions.length ? 'matching' : `(${source.rows(others)}) others`
}

/** Values of an attribute that is filtered on are counted without that filter. */
function ownAttributeBranches(
  conditions: Condition[],
  source: Source,
  values: unknown[]
): string[] {
  return conditions
    .filter(({ filter }) => filter.startsWith('attr.'))
    .map(({ filter }) => {
      const rows = rowsFor(filter, conditions, source)
      const code = values.push(filter.slice('attr.'.length))
      return `${attributeCounts('own_attribute').replace('ROWS', rows)}
        join attributes a on a.id = f.attribute_id and a.code = $${code}::text`
    })
}
