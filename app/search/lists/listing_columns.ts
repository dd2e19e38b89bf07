/** A row of `product_listings`, as lists need it. */
export type Listing = {
  id: number
  sku: string
  slug: string
  nameFr: string
  nameAr: string | null
  brandId: number
  categoryId: number | null
  price: number
  compareAtPrice: number | null
  availability: number
  imagePath: string | null
}

/** The columns of a `Listing` from `product_listings l`. */
export const LISTING_COLUMNS = `l.product_id as id, l.sku, l.slug, l.name_fr as "nameFr", l.name_ar as "nameAr",
  l.brand_id as "brandId", l.category_id as "categoryId", l.price,
  l.compare_at_price as "compareAtPrice", l.availability, l.image_path as "imagePath"`
