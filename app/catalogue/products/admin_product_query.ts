import type { Infer } from '@vinejs/vine/types'
import Product from '#app/catalogue/products/product'
import { productIdsQuery } from '#app/catalogue/products/product_rows_query'
import type { adminProductListValidator } from '#app/catalogue/products/product_validators'
import { ROWS } from '#app/platform/lists/rows'

/** A page of all products, whatever their status; newest first unless asked otherwise. */
export async function adminProductListQuery(query: Infer<typeof adminProductListValidator>) {
  const {
    sortBy: sort = 'created',
    sortOrder: order = 'desc',
    limit = ROWS,
    cursor,
    ...filter
  } = query
  const { page, nextCursor } = await productIdsQuery(filter, { sort, order, limit, cursor })
  const ids = page.map(({ id }) => id)
  const products = await Product.query()
    .whereIn('id', ids)
    .preload('brand')
    .preload('category')
    .preload('successor')
  products.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
  return { page: products, meta: { limit, nextCursor } }
}

/** One product that is not deleted. Throws E_ROW_NOT_FOUND. */
export function findProduct(id: number): Promise<Product> {
  return Product.query()
    .where('id', id)
    .whereNull('deleted_at')
    .preload('brand')
    .preload('category')
    .preload('successor')
    .firstOrFail()
}
