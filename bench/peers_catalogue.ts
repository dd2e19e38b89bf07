/**
 * Turns the catalogue of the side-by-side bench into a CSV for `catalogue:import`:
 *
 *     node bench/peers_catalogue.ts <folder of products.ndjson> <catalogue.csv>
 */
import { createReadStream, createWriteStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { csvLine } from './csv.ts'

type Named = { slug: string; name: string }
type Product = {
  sku: string
  name: string
  brand: string
  categories: string[]
  description: string
  price_millimes: number
  stock: number
  attributes: Record<string, string>
}

const ATTRIBUTES = ['position', 'materiau', 'garantie', 'vehicule']
const HEADERS = ['sku', 'name', 'brand', 'category_path', 'price', 'stock', 'description', 'status']

const [source, target] = process.argv.slice(2)
const brands = namesIn('brands.json')
const categories = namesIn('categories.json')

await pipeline(Readable.from(lines()), createWriteStream(target))

async function* lines() {
  yield csvLine([...HEADERS, ...ATTRIBUTES.map((code) => `attr_t_${code}`)])
  for await (const line of createInterface(createReadStream(`${source}/products.ndjson`))) {
    yield csvLine(cells(JSON.parse(line)))
  }
}

function cells(product: Product) {
  return [
    product.sku,
    product.name,
    brands.get(product.brand),
    product.categories.map((slug) => categories.get(slug)).join(' > '),
    (product.price_millimes / 1000).toFixed(3),
    product.stock,
    product.description,
    'active',
    ...ATTRIBUTES.map((code) => product.attributes[code]),
  ]
}

function namesIn(file: string) {
  const entries: Named[] = JSON.parse(readFileSync(`${source}/${file}`, 'utf8'))
  return new Map(entries.map(({ slug, name }) => [slug, name]))
}
