/**
 * The shop in the side-by-side bench. That harness asks 200 lists and 1000 products again and
 * again; to compare work with work, no answer may come from our cache, which has no off switch:
 *
 * - a list is asked with its lower price one millime above the last time: the same work, a new answer,
 * - a product is the next one of all products, each once,
 * - a search is asked with other full stops and commas behind its words, which say nothing: the same work again,
 * - a cart is filled by two requests, an order is placed by five (purchase.ts),
 * - facets count what the words find, their lower price moved likewise; OURS_FACETS=category counts one
 *   selected category instead, beside `floor/adapter.mjs`, the same selection on the database of `limit`.
 *
 * OURS_STATE=warm asks the same questions over and over instead, for the cost of a cached answer.
 * `node bench/peers_catalogue.ts` and `catalogue:import` fill the database: docs/performance.md.
 */
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { categoryFor } from './floor/category_for.mjs'
import { buy, fillCart } from './purchase.ts'

const PORT = 59300
const ORIGIN = `http://127.0.0.1:${PORT}`
const DATABASE = process.env.OURS_DATABASE_URL ?? 'postgres://bench@127.0.0.1:55432/ours'
const isWarm = process.env.OURS_STATE === 'warm'

const { categories, slugs } = await readCatalogue()
/** How often each question was asked. */
const times = new Map()
let products = 0

export default {
  name: isWarm ? 'ours-warm' : 'ours',
  start: {
    cmd: ['node', '--max-semi-space-size=16', 'bin/server.js'],
    cwd: fileURLToPath(new URL('../build/', import.meta.url)),
    env: {
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(PORT),
      DATABASE_URL: DATABASE,
      RATE_LIMITS: 'guest=6000000/min:1000000',
    },
    health: `${ORIGIN}/health/ready`,
  },
  list({ category, brand, min, max, dir }) {
    const order = { sortBy: 'price', sortOrder: dir }
    const query = { category: categories.get(category), brand, priceMax: max, ...order }
    return get('products', { ...query, priceMin: neverAsked(min, query) })
  },
  product: () => get(`products/${slugs[products++ % (isWarm ? 200 : slugs.length)]}`),
  search(words) {
    times.set(words, (times.get(words) ?? 0) + 1)
    return get('search', { q: isWarm ? words : `${words} ${sayingNothing(times.get(words))}` })
  },
  facets(words) {
    const query =
      process.env.OURS_FACETS === 'category'
        ? { category: categories.get(categoryFor(words)) }
        : { q: words }
    return get('products/facets', { ...query, priceMin: neverAsked(null, query) })
  },
  cart: (http, slug) => fillCart(asking(http), skuOf(slug)),
  checkout: (http, slug) => buy(asking(http), skuOf(slug), 'cod'),
}

const asking =
  (http) =>
  async ({ path, ...request }) => {
    const { data } = await http({ url: `${ORIGIN}/api/v1/${path}`, ...request })
    return data
  }

/** Slugs of the catalogue end with the digits of their SKU. */
const skuOf = (slug) => `P${slug.slice(slug.lastIndexOf('-') + 1).padStart(7, '0')}`

/** Punctuation that stands for the number. */
const sayingNothing = (number) => number.toString(2).replaceAll('0', ',').replaceAll('1', '.')

/** The lower price, one millime above the last one of the same question. */
function neverAsked(min, query) {
  if (isWarm) return min
  const question = JSON.stringify([min, query])
  times.set(question, (times.get(question) ?? 0) + 1)
  return (min ?? 0) + times.get(question)
}

function get(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined)
  return { url: `${ORIGIN}/api/v1/${path}?${new URLSearchParams(given)}` }
}

/** Category slugs of the catalogue are ours with '-' for '/'. */
async function readCatalogue() {
  const client = new pg.Client(DATABASE)
  await client.connect()
  const tree = await client.query('select slug from categories')
  const listings = await client.query(
    'select slug from product_listings order by hashint4(product_id), product_id'
  )
  await client.end()
  return {
    categories: new Map(tree.rows.map(({ slug }) => [slug.replaceAll('/', '-'), slug])),
    slugs: listings.rows.map(({ slug }) => slug),
  }
}
