import { FITMENT_COLUMNS, type FitmentRow } from '#app/fitment/fitments_query'
import { sql } from '#app/platform/database/sql'
import { together } from '#app/platform/database/together'
import type { NumberKind } from '#app/references/find_numbers'
import { type Listing, LISTING_COLUMNS } from '#app/search/lists/listing_columns'

type Number = { kind: NumberKind; number: string; owner: string | null }
type Image = { path: string; altFr: string | null; altAr: string | null }
type PricePoint = { at: string; price: number }
type AttributeValue = { id: number; value: string | number | boolean }

export type Successor = { slug: string; sku: string }

/** What was collected when the product was written: `product_details`. */
type Details = {
  mpn: string | null
  descriptionFr: string | null
  descriptionAr: string | null
  quality: string
  taxRate: number
  warrantyMonths: number | null
  weightG: number | null
  gtin: string | null
  coreCharge: number
  orderable: boolean
  /** Sold from so many pieces on, and in packs of so many. */
  minQuantity: number
  packSize: number
  supersededById: number | null
  updatedAt: string
  numbers: Number[]
  images: Image[]
  attributes: AttributeValue[]
  priceHistory: PricePoint[]
}

/** A published product with everything its page shows but the products beside it. */
export type ProductPage = Listing & { details: Details; fitments: FitmentRow[] }

/** The first vehicles that it fits; `/fitments` tells the others, page by page. */
const VEHICLES_SHOWN = 24

/** The published product at this address, or undefined. */
export const productQuery = together(readPages)

/** One value for each page: fewer columns are read faster. */
async function readPages(slugs: readonly string[]): Promise<(ProductPage | undefined)[]> {
  const rows = await sql<{ page: ProductPage }>(
    `select row_to_json(p) as page
     from jsonb_array_elements_text($1) asked (slug) cross join lateral (
       select ${LISTING_COLUMNS}, d.details, (
         select coalesce(json_agg(f), '[]')
         from (select ${FITMENT_COLUMNS} from fitments_of(l.product_id, 0, ${VEHICLES_SHOWN})) f
       ) as fitments
       from product_listings l join product_details d on d.product_id = l.product_id
       where l.slug = asked.slug
     ) p`,
    [JSON.stringify(slugs)]
  )
  const found = new Map(rows.map(({ page }) => [page.slug, page]))
  return slugs.map((slug) => found.get(slug))
}

/** The published product that replaces this one; few have one, so it is asked for apart. */
export async function successorQuery({ details }: ProductPage): Promise<Successor | null> {
  if (details.supersededById === null) return null
  const [row] = await sql<Successor>(
    'select slug, sku from product_listings where product_id = $1',
    [details.supersededById]
  )
  return row ?? null
}
