import type { BenchDatabase } from './database.js'

/** What a visitor narrows a list down by; prices in millimes. */
export type Selection = { category: string; brand?: string; min?: number; max?: number }

/**
 * 200 selections that match something: the category of a product or the one
 * above it (every third), every second with the brand, two thirds with a range of prices around it.
 */
export async function selections(database: BenchDatabase): Promise<Selection[]> {
  const rows = await database.rows<{ category: string; brand: string; price: number }>(
    `select c.slug as category, b.slug as brand, l.price::int as price
     from product_listings l
     join categories c on c.id = l.category_id join brands b on b.id = l.brand_id
     order by hashint4(l.product_id), l.product_id limit 200`
  )
  return rows.map(({ category, brand, price }, n) => ({
    category: n % 3 === 0 ? category.replace(/\/[^/]+$/, '') : category,
    ...(n % 2 === 1 && { brand }),
    ...(n % 3 > 0 && { min: Math.round(price * 0.5), max: Math.round(price * 1.5) }),
  }))
}

/**
 * The query of a selection. `shift` moves its lower price by that many millimes: the same work,
 * and another answer for the cache.
 */
export function queryOf({ category, brand, min, max }: Selection, shift?: number): string {
  const query = new URLSearchParams({ category })
  if (brand) query.set('brand', brand)
  if (min !== undefined || shift !== undefined)
    query.set('priceMin', `${(min ?? 0) + (shift ?? 0)}`)
  if (max !== undefined) query.set('priceMax', String(max))
  return query.toString()
}
