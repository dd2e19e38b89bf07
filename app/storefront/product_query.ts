import { sql } from '#app/platform/database/sql'
import type { Listing } from '#app/search/listing_columns'

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

/** A published product with everything its page shows. */
export type ProductPage = Listing & {
  supersededBySlug: string | null
  supersededBySku: string | null
  details: Details
  related: Listing[]
}

/** Related: published products of the same category that cost about the same, four of them. */
const RELATED = `
  select coalesce(json_agg(r), '[]') from (
    select r.product_id as id, r.sku, r.slug, r.name_fr as "nameFr", r.name_ar as "nameAr",
      r.brand_id as "brandId", r.category_id as "categoryId", r.price,
      r.compare_at_price as "compareAtPrice", r.availability, r.image_path as "imagePath"
    from (
      (select * from product_listings n where n.category_id = l.category_id
         and (n.price, n.product_id) > (l.price, l.product_id) order by n.price, n.product_id limit 4)
      union all
      (select * from product_listings n where n.category_id = l.category_id
         and (n.price, n.product_id) < (l.price, l.product_id)
       order by n.price desc, n.product_id desc limit 4)
    ) r order by abs(r.price - l.price), r.product_id limit 4
  ) r`

const PRODUCT = `
  select l.product_id as id, l.sku, l.slug, l.name_fr as "nameFr", l.name_ar as "nameAr",
    l.brand_id as "brandId", l.category_id as "categoryId", l.price,
    l.compare_at_price as "compareAtPrice", l.availability, l.image_path as "imagePath",
    s.slug as "supersededBySlug", s.sku as "supersededBySku", d.details, (${RELATED}) as related
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
