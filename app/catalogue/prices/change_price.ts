import type { Acting } from '#app/platform/database/act_as'
import type Product from '#app/catalogue/products/product'
import { updateProduct } from '#app/catalogue/products/write_product'

/** A manual price change: the database writes who, when and why beside it. `price` in millimes. */
export function changePrice(
  productId: number,
  price: number,
  acting: Acting & { reason: string }
): Promise<Product> {
  return updateProduct(productId, { price }, acting)
}
