import type { HttpContext } from '@adonisjs/core/http'
import { findProduct } from '#app/catalogue/admin_product_query'
import { adminProduct, priceChangeItem } from '#app/catalogue/admin_product_transformer'
import { changePrice } from '#app/catalogue/change_price'
import { priceHistoryQuery } from '#app/catalogue/price_history_query'
import {
  pageValidator,
  priceChangeValidator,
  productIdValidator,
} from '#app/catalogue/product_validators'

/** Who changed a price, when and why; and the way to change one by hand. */
export default class PriceChangesApiController {
  async index({ params, request, auth }: HttpContext) {
    const { id } = await productIdValidator.validate(params)
    const { limit = 24, cursor } = await pageValidator.validate(request.qs())
    const member = auth.use('staffApi').getUserOrFail()
    const product = await findProduct(id)
    const { page, meta } = await priceHistoryQuery(product.id, limit, cursor)
    return { data: page.map((change) => priceChangeItem(change, member)), meta }
  }

  async store({ params, request, response, auth }: HttpContext) {
    const { id } = await productIdValidator.validate(params)
    const change = await priceChangeValidator.validate(request.body())
    const member = auth.use('staffApi').getUserOrFail()
    const product = await changePrice(id, change, member)
    response.status(201).header('ETag', `"${product.version}"`)
    return { data: adminProduct(product, member) }
  }
}
