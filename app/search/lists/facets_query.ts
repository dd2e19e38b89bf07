import { taxonomy, type Taxonomy } from '#app/catalogue/taxonomy'
import { sql } from '#app/platform/database/sql'
import { foundProducts } from '#app/search/lists/found_products'
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
  if (found) conditions.push(found.condition)
  const values: unknown[] = [...(found?.values ?? [])]
  const matching = joinConditions(conditions, values)

  const categories = await categoriesBeside(conditions, filters)
  const branches = Object.entries(COUNTED)
    .filter(([facet]) => facet !== 'category' || !categories)
    .map(([facet, statement]) => statement.replaceAll('ROWS', rowsFor(facet, conditions, values)))
  branches.push(...ownAttributeBranches(conditions, values))

  const counts = await sql<FacetCount>(
    `with ${found ? `${found.cte},` : ''} matching as materialized (select ${COLUMNS} from product_listings l where ${matching}),
     counts (kind, value, count) as (${branches.join('\nunion all ')})
     select kind, value, count from counts`,
    values
  )
  return { counts: [...counts, ...(categories ?? [])], taxonomy: known }
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
function rowsFor(facet: string, conditions: Condition[], values: unknown[]): string {
  const others = conditions.filter(({ filter }) => filter !== facet)
  if (others.length === conditions.length) return 'matching'
  return `(select ${COLUMNS} from product_listings l where ${joinConditions(others, values)}) others`
}

/** Values of an attribute that is filtered on are counted without that filter. */
function ownAttributeBranches(conditions: Condition[], values: unknown[]): string[] {
  return conditions
    .filter(({ filter }) => filter.startsWith('attr.'))
    .map(({ filter }) => {
      const rows = rowsFor(filter, conditions, values)
      const code = values.push(filter.slice('attr.'.length))
      return `${attributeCounts('own_attribute').replace('ROWS', rows)}
        join attributes a on a.id = f.attribute_id and a.code = $${code}::text`
    })
}
