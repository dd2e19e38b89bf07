import { addToCart } from '#app/cart/write_cart'
import { createProduct } from '#tests/support/catalogue'

/** A cart with pieces of one product, and the token that opens it. */
export async function filledCart(quantity = 1, wanted: Parameters<typeof createProduct>[0] = {}) {
  const product = await createProduct(wanted)
  const token = await addToCart(undefined, { sku: product.sku, quantity })
  return { product, sku: product.sku, token }
}
