import { normaliseHeader } from '#app/platform/tabular/mapping'

interface KnownFile {
  looksLike: string
  advice: string
  /** It has all of these headers, and none of those. */
  all: string[]
  none?: string[]
}

const PRODUCTS = 'import the product list'

/** Lists that shops export besides their products, most telling first. Headers are normalised. */
const KNOWN_FILES: KnownFile[] = [
  {
    looksLike: 'product variants of PrestaShop (combinations)',
    advice: PRODUCTS,
    all: ['product id', 'attribute name type position'],
  },
  {
    looksLike: 'product variants of PrestaShop (combinations)',
    advice: PRODUCTS,
    all: ['product id', 'options group value'],
  },
  {
    looksLike: 'lines of supply orders',
    advice: PRODUCTS,
    all: ['supply order reference', 'quantity expected'],
  },
  { looksLike: 'supply orders', advice: PRODUCTS, all: ['supply order id'] },
  { looksLike: 'search aliases', advice: PRODUCTS, all: ['alias id'] },
  {
    looksLike: 'translations of products',
    advice: PRODUCTS,
    all: ['slug', 'locale', 'name'],
    none: ['sku', 'price'],
  },
  { looksLike: 'a list of suppliers', advice: PRODUCTS, all: ['supplier id', 'name'] },
  {
    looksLike: 'a list of categories',
    advice: 'run again with --entity=categories',
    all: ['name', 'parent category'],
  },
  {
    looksLike: 'a list of brands',
    advice: 'run again with --entity=brands',
    all: ['manufacturer id', 'name'],
  },
  {
    looksLike: 'a list of brands or suppliers',
    advice: 'for brands run again with --entity=brands',
    all: ['id', 'active 0 1', 'name', 'short description'],
    none: ['price', 'reference', 'quantity'],
  },
  { looksLike: 'customers', advice: PRODUCTS, all: ['email', 'last name'] },
  { looksLike: 'orders or invoices', advice: PRODUCTS, all: ['customer id'] },
  { looksLike: 'orders or invoices', advice: PRODUCTS, all: ['order id'] },
  {
    looksLike: 'vehicles',
    advice: PRODUCTS,
    all: ['make', 'model'],
    none: ['price', 'sku', 'part number'],
  },
]

/** What a file is when it is not a list of products: `a list of suppliers: import the product list`. */
export function otherListOf(headers: string[]): string | undefined {
  const names = new Set(headers.map(normaliseHeader))
  const known = KNOWN_FILES.find(
    ({ all, none = [] }) =>
      all.every((name) => names.has(name)) && !none.some((name) => names.has(name))
  )
  return known && `${known.looksLike}: ${known.advice}`
}
