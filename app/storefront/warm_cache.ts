import { taxonomy } from '#app/catalogue/taxonomy'
import { refreshEpochs } from '#app/platform/cache/epoch_watch'
import { sql } from '#app/platform/database/sql'

const AT_ONCE = 4
const API = '/api/v1'

/**
 * Requests the answers that visitors ask for first: the tree, brands, the
 * first page and facets of every root category, and the most popular products.
 * Throws when the shop does not answer.
 */
export async function warmCache(url: string, products: number) {
  const started = performance.now()
  const paths = await popularPaths(products)
  const rest = [...paths]
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (let path = rest.pop(); path; path = rest.pop()) await request(url + path)
  })
  await Promise.all(workers)
  return { warmed: paths.length, ms: Math.round(performance.now() - started) }
}

async function popularPaths(products: number): Promise<string[]> {
  await refreshEpochs()
  const known = await taxonomy()
  const popular = await sql<{ slug: string }>(
    'select slug from product_listings order by popularity desc, product_id desc limit $1',
    [products]
  )
  return [
    `${API}/categories`,
    `${API}/brands`,
    `${API}/products`,
    `${API}/products/facets`,
    ...known.childrenOf(null).flatMap(({ slug }) => {
      const category = encodeURIComponent(slug)
      return [`${API}/products?category=${category}`, `${API}/products/facets?category=${category}`]
    }),
    ...popular.map(({ slug }) => `${API}/products/${encodeURIComponent(slug)}`),
  ]
}

async function request(address: string) {
  const response = await fetch(address, { headers: { 'sec-purpose': 'prefetch' } })
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  await response.text()
}
