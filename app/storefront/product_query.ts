import { sql } from '#app/platform/database/sql'
import type { Listing } from '#app/search/listing_columns'

type Number = { kind: string; number: string; owner: string | null }
type Image = { path: string; altFr: string | null; altAr: string | null }
type PricePoint = { at: string; price: number }
type AttributeValue = {
  code: string
  nameFr: string
  nameAr: string | null
  unit: string | null
  value: string | number | boolean
}

/** A published product with everything its page shows. */
export type ProductDetail = Omit<Listing, 'imagePath'> & {
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
  supersededBy: { slug: string; sku: string } | null
  updatedAt: string
  numbers: Number[]
  images: Image[]
  attributes: AttributeValue[]
  priceHistory: PricePoint[]
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
    l.compare_at_price as "compareAtPrice", l.availability, p.mpn,
    p.description_fr as "descriptionFr", p.description_ar as "descriptionAr", p.quality,
    p.tax_rate as "taxRate", p.warranty_months as "warrantyMonths", p.weight_g as "weightG",
    p.gtin, p.core_charge as "coreCharge", p.orderable, p.updated_at as "updatedAt",
    (select json_build_object('slug', s.slug, 'sku', s.sku) from products s
     where s.id = p.superseded_by_id and s.deleted_at is null) as "supersededBy",
    (select coalesce(json_agg(json_build_object('kind', kind, 'number', number, 'owner', nullif(owner, ''))
       order by kind, owner, number), '[]') from part_numbers where product_id = p.id) as numbers,
    (select coalesce(json_agg(json_build_object('path', path, 'altFr', alt_fr, 'altAr', alt_ar)
       order by position), '[]') from product_images where product_id = p.id) as images,
    (select coalesce(json_agg(json_build_object('code', a.code, 'nameFr', a.name_fr, 'nameAr', a.name_ar,
       'unit', a.unit, 'value', coalesce(to_json(v.number_value), to_json(v.text_value), to_json(v.boolean_value)))
       order by a.code), '[]')
     from product_attributes v join attributes a on a.id = v.attribute_id where v.product_id = p.id) as attributes,
    (select coalesce(json_agg(h), '[]') from (
       select changed_at as at, new_price as price from price_changes
       where product_id = p.id and new_price is not null and new_price is distinct from old_price
       order by changed_at desc, id desc limit 10) h) as "priceHistory",
    (${RELATED}) as related
  from product_listings l join products p on p.id = l.product_id
  where p.slug = $1`

/** The published product at this address, or undefined. One statement. */
export async function productQuery(slug: string): Promise<ProductDetail | undefined> {
  const [row] = await sql<ProductDetail>(PRODUCT, [slug])
  return row
}
