import type { HttpContext } from '@adonisjs/core/http'
import {
  productIdValidator,
  productStatusValidator,
} from '#app/catalogue/products/product_validators'
import { updateProduct } from '#app/catalogue/products/write_product'
import { listAddress } from '#app/platform/lists/list_address'
import { actingStaff } from '#app/staff/acting_staff'

/** The status of a product, changed where it stands in the list. */
export default class ProductStatusesController {
  async update(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    const { status, version, query } = await ctx.request.validateUsing(productStatusValidator)
    const { sku } = await updateProduct(id, { status }, actingStaff(ctx), version)
    ctx.session.flash('done', { key: `products.became_${status}`, data: { sku } })
    return ctx.response.seeOther(listAddress('/admin/products', query ?? '')())
  }
}
