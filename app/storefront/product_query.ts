import { fitmentsOf, type FitmentRow } from '#app/fitment/fitments_query'
import { sql } from '#app/platform/database/sql'
import { type Listing, LISTING_COLUMNS } from '#app/search/lists/listing_columns'

type Number = { kind: string; number: string; owner: string | null }
type Image = { path: string; altFr: string | null; altAr: string | null }
type PricePoint = { at: string; price: number }
type AttributeValue = { id: number; value: string | number | boolean }

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
  updatedAt: string
  numbers: Number[]
  images: Image[]
  attributes: AttributeValue[]
  priceHistory: PricePoint[]
}

/** A published product with everything its page shows but the products beside it. */
export type ProductPage = Listing & {
  supersededBySlug: string | null
  supersededBySku: string | null
  details: Details
  fitments: FitmentRow[]
}

/** The first vehicles that it fits; `/fitments` tells the others, page by page. */
const VEHICLES_SHOWN = 24

const FITMENTS = fitmentsOf({ product: 'p.id', after: '0', vehicles: `${VEHICLES_SHOWN}` })

const PRODUCT = `
  select ${LISTING_COLUMNS},
    s.slug as "supersededBySlug", s.sku as "supersededBySku", d.details,
    (select coalesce(json_agg(f), '[]') from (${FITMENTS}) f) as fitments
  from products p
  join product_listings l on l.product_id = p.id
  join product_details d on d.product_id = p.id
  left join products s on s.id = p.superseded_by_id and s.deleted_at is null
  where p.slug = $1`

/** The published product at this address, or undefined. One statement. */
export async function productQuery(slug: string): Promise<ProductPage | undefined> {
  const [row] = await sql<ProductPage>(PRODUCT, [slug])
  return row
}
