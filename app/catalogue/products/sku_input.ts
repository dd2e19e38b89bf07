import { text } from '#app/platform/http/input'

/** The SKU of a product as somebody writes it: as long as `products.sku` may be. */
export const skuInput = () => text({ max: 80 })
