import type { HttpContext } from '@adonisjs/core/http'
import { findProduct } from '#app/catalogue/products/admin_product_query'
import { adminProduct, priceChangeItem } from '#app/catalogue/products/admin_product_transformer'
import { changePrice } from '#app/catalogue/prices/change_price'
import { priceHistoryQuery } from '#app/catalogue/prices/price_history_query'
import {
  priceChangeValidator,
  productIdValidator,
} from '#app/catalogue/products/product_validators'
import { tellVersion } from '#app/platform/http/tell_version'
import { ROWS } from '#app/platform/lists/rows'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { actingStaff, staffOf } from '#app/staff/acting_staff'

/** Who changed a price, when and why; and the way to change one by hand. */
export default class PriceChangesApiController {
  async index(ctx: HttpContext) {
    const { params, request } = ctx
    const { id } = await productIdValidator.validate(params)
    const { limit = ROWS, cursor } = await pagingValidator.validate(request.qs())
    const product = await findProduct(id)
    const { page, meta } = await priceHistoryQuery(product.id, limit, cursor)
    return { data: page.map((change) => priceChangeItem(change, staffOf(ctx))), meta }
  }

  async store(ctx: HttpContext) {
    const { params, request, response } = ctx
    const { id } = await productIdValidator.validate(params)
    const { price, reason } = await priceChangeValidator.validate(request.body())
    const product = await changePrice(id, price, { ...actingStaff(ctx), reason })
    tellVersion(response.status(201), product)
    return { data: await adminProduct(product, staffOf(ctx)) }
  }
}
