import type { HttpContext } from '@adonisjs/core/http'
import { findProduct } from '#app/catalogue/products/admin_product_query'
import { wholeList } from '#app/platform/lists/whole_list'
import { priceOfProductAnswer } from '#app/pricing/price_list_transformer'
import { priceListIdValidator } from '#app/pricing/price_list_validators'
import { pricesOfProductQuery } from '#app/pricing/prices_of_product_query'

/** Which groups pay what for a product. */
export default class GroupPricesApiController {
  async index({ params }: HttpContext) {
    const { id } = await priceListIdValidator.validate(params)
    await findProduct(id)
    const prices = await pricesOfProductQuery(id)
    return wholeList(prices.map(priceOfProductAnswer))
  }
}
