import { COMMON_RULES } from '#app/imports/products/common_words'
import { dialectOf } from '#app/imports/products/dialects/known_dialects'
import { HeaderMapping, normaliseHeader } from '#app/platform/tabular/mapping'
import { UnusableFile } from '#app/platform/tabular/unusable_file'

type Entity = 'products' | 'brands' | 'categories'

interface KnownFile {
  looksLike: string
  /** What it can be imported as. */
  of?: Entity | 'vehicles'
  /** It has all of these headers, and none of those. */
  all: string[]
  none?: string[]
}

/** What to do with a file that can be imported as nothing. */
const INSTEAD: Record<Entity, string> = {
  products: 'import the product list',
  brands: 'import the list of brands',
  categories: 'import the list of categories',
}

/** What to do with a file that can be imported as something else. */
const asOther = (entity: Entity | 'vehicles') =>
  entity === 'products' ? 'run again without --entity' : `run again with --entity=${entity}`

/** Lists that shops export besides their products, most telling first. Headers are normalised. */
const KNOWN_FILES: KnownFile[] = [
  {
    looksLike: 'product variants of PrestaShop (combinations)',
    all: ['product id', 'attribute name type position'],
  },
  {
    looksLike: 'product variants of PrestaShop (combinations)',
    all: ['product id', 'options group value'],
  },
  {
    looksLike: 'lines of supply orders',
    all: ['supply order reference', 'quantity expected'],
  },
  { looksLike: 'supply orders', all: ['supply order id'] },
  { looksLike: 'search aliases', all: ['alias id'] },
  {
    looksLike: 'translations of products',
    all: ['slug', 'locale', 'name'],
    none: ['sku', 'price'],
  },
  { looksLike: 'a list of suppliers', all: ['supplier id', 'name'] },
  {
    looksLike: 'a list of categories',
    of: 'categories',
    all: ['name', 'parent category'],
  },
  {
    looksLike: 'a list of brands',
    of: 'brands',
    all: ['manufacturer id', 'name'],
  },
  {
    looksLike: 'a list of brands or suppliers',
    of: 'brands',
    all: ['id', 'active 0 1', 'name', 'short description'],
    none: ['price', 'reference', 'quantity'],
  },
  { looksLike: 'customers', all: ['email', 'last name'] },
  { looksLike: 'orders or invoices', all: ['customer id'] },
  { looksLike: 'orders or invoices', all: ['order id'] },
  {
    looksLike: 'vehicles',
    of: 'vehicles',
    all: ['make', 'model'],
    none: ['price', 'sku', 'part number'],
  },
]

/** Nothing but a product costs something, lies on a shelf or has a GTIN. */
const OF_PRODUCTS = ['price', 'price_ht', 'regular_price', 'price_in', 'stock', 'gtin']

/** Throws `UnusableFile` for a file that is known to be another list: what it looks like, and what to do. */
export function expectOwnList(headers: string[], entity: Entity): void {
  const other = otherListOf(headers, entity)
  if (other) throw new UnusableFile(`looks like ${other}`)
}

/** `a list of suppliers: import the product list`. */
function otherListOf(headers: string[], entity: Entity): string | undefined {
  const names = new Set(headers.map(normaliseHeader))
  const known = KNOWN_FILES.find(
    ({ all, none = [] }) =>
      all.every((name) => names.has(name)) && !none.some((name) => names.has(name))
  )
  if (known?.of === entity) return undefined
  if (known) return `${known.looksLike}: ${known.of ? asOther(known.of) : INSTEAD[entity]}`
  if (entity === 'products' || !isOfProducts(headers)) return undefined
  return `a list of products: ${asOther('products')}`
}

function isOfProducts(headers: string[]): boolean {
  const { rules } = dialectOf(headers)
  const mapping = new HeaderMapping([...rules, ...COMMON_RULES])
  return headers.some((header) => OF_PRODUCTS.includes(mapping.fieldOf(header)?.column ?? ''))
}
