import type { Infer } from '@vinejs/vine/types'
import Product from '#app/catalogue/product'
import type { adminProductListValidator } from '#app/catalogue/product_validators'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

const ORDER = 'admin.products:id:desc'

/** A page of all products, newest first, whatever their status. */
export async function adminProductListQuery(query: Infer<typeof adminProductListValidator>) {
  const limit = query.limit ?? 24
  const products = Product.query()
    .whereNull('deleted_at')
    .preload('brand')
    .preload('category')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (query.status) products.where('status', query.status)
  if (query.sku) products.where('sku', query.sku)
  if (query.brand) {
    const slug = query.brand
    products.whereIn('brand_id', (brand) => brand.from('brands').select('id').where({ slug }))
  }
  if (query.cursor) products.where('id', '<', decodeCursor(ORDER, query.cursor, 'number').id)

  const rows = await products
  const { page, nextCursor } = pageOf(rows, limit, ORDER)
  return { page, meta: { limit, nextCursor } }
}

/** One product that is not deleted. Throws E_ROW_NOT_FOUND. */
export function findProduct(id: number): Promise<Product> {
  return Product.query()
    .where('id', id)
    .whereNull('deleted_at')
    .preload('brand')
    .preload('category')
    .firstOrFail()
}
