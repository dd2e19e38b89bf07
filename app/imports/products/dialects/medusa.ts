import { normaliseHeader } from '#app/platform/tabular/mapping'
import type { Dialect } from '#app/imports/products/dialects/dialect'

/** Columns of a Medusa export that have no place here. */
const LEFT_OUT = [
  'product subtitle',
  'product external id',
  'product thumbnail',
  'product collection id',
  'product collection title',
  'product collection handle',
  'product type',
  'product type id',
  'product tags',
  'product discountable',
  'product is giftcard',
  'product height',
  'product length',
  'product width',
  'product hs code',
  'product mid code',
  'product material',
  'product origin country',
  'product profile name',
  'product profile type',
  'product metadata',
  'product created at',
  'product updated at',
  'product deleted at',
  'product sales channel',
  'variant hs code',
  'variant mid code',
  'variant manage inventory',
  'variant created at',
  'variant updated at',
  'variant deleted at',
  'variant height',
  'variant length',
  'variant width',
  'variant material',
  'variant metadata',
  'variant origin country',
  'variant product id',
  'variant variant rank',
  'variant rank',
  'variant inventory item id',
  'variant shipping profile id',
]

/** What exporters write where a region is missing. */
const NO_REGION = /^(?:undefined|null|none|nan|unknown|invalid|missing|non-?existent|n\/?a)$/i
const REGION_PRICE = /^(?:variant )?price (.+) \[[a-z]{3}\]$/i

/** Medusa 1 and 2: one row per variant, each with the whole product. */
export const medusa: Dialect = {
  name: 'Medusa',
  knownBy: ['product handle', 'product title', 'variant title'],
  rules: [
    { column: 'handle', headers: ['product handle'] },
    { column: 'name', headers: ['product title'] },
    { column: 'status', headers: ['product status'] },
    { column: 'description', headers: ['product description'] },
    { column: 'image', pattern: /^(?:product )?image (\d+)(?: url)?$/i },
    { column: 'category', pattern: /^product category (\d+)$/i },
    { column: 'weight_g', headers: ['variant weight', 'product weight'] },
    { column: 'variant_title', headers: ['variant title'] },
    { column: 'sku', headers: ['variant sku'] },
    { column: 'gtin', headers: ['variant ean', 'variant barcode'] },
    { column: 'upc', headers: ['variant upc'] },
    { column: 'stock', headers: ['variant inventory quantity'] },
    { column: 'orderable', headers: ['variant allow backorder'] },
    { column: 'price_in', pattern: /^(?:variant )?price ([a-z]{3})$/i },
    { column: 'option_name', pattern: /^(?:variant )?option (\d+) name$/i },
    { column: 'option_value', pattern: /^(?:variant )?option (\d+) value$/i },
    { column: 'ignored', headers: [...LEFT_OUT, 'product id', 'variant id'] },
    {
      column: 'ignored',
      pattern: /^(product tag \d+|sales channel \d+ .*|product sales channel \d+.*)$/i,
    },
    { column: 'ignored', pattern: REGION_PRICE },
  ],
  variantsShareName: true,
  refuse: refuseUnknown,
}

/** Medusa refuses columns it does not know; silence would lose what the cell says. */
function refuseUnknown(header: string): string | undefined {
  const region = REGION_PRICE.exec(header)?.[1]
  if (region && NO_REGION.test(region)) {
    return `«${header}» is a price for a region that does not exist: take the column out`
  }
  const isMedusas = /^(product|variant) /.test(normaliseHeader(header))
  if (!isMedusas || medusaHeaders.has(normaliseHeader(header))) return undefined
  const matches = medusa.rules.some(({ pattern }) => pattern?.test(header))
  return matches
    ? undefined
    : `«${header}» is no column of Medusa: take it out, or name it in a mapping`
}

const medusaHeaders = new Set(
  medusa.rules.flatMap(({ headers = [] }) => headers.map(normaliseHeader))
)
