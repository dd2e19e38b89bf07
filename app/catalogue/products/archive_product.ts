import { updateProduct } from '#app/catalogue/products/write_product'
import type Product from '#app/catalogue/products/product'
import type { Acting } from '#app/platform/database/act_as'

/** Takes a product out of the shop; everything about it stays. */
export function archiveProduct(id: number, acting: Acting): Promise<Product> {
  return updateProduct(id, { status: 'archived' }, acting)
}

/** Brings an archived product back as a draft, to be looked at before it is sold again. */
export function restoreProduct(id: number, acting: Acting): Promise<Product> {
  return updateProduct(id, { status: 'draft' }, acting)
}
