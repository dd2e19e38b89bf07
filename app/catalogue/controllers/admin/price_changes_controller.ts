import type { HttpContext } from '@adonisjs/core/http'
import { findProduct } from '#app/catalogue/products/admin_product_query'
import { changePrice } from '#app/catalogue/prices/change_price'
import { priceChangeFormValidator } from '#app/catalogue/prices/price_change_form_validator'
import { priceHistoryQuery } from '#app/catalogue/prices/price_history_query'
import { productIdValidator } from '#app/catalogue/products/product_validators'
import { filtersOf } from '#app/platform/lists/filters_of'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { actingStaff } from '#app/staff/acting_staff'

const LIMIT = 50

/** What a product has cost, who changed it and why. */
export default class PriceChangesController {
  async index({ params, request, view }: HttpContext) {
    const { id } = await productIdValidator.validate(params)
    const { cursor } = await filtersOf(pagingValidator, request.qs())
    const product = await findProduct(id)
    const { page, meta } = await priceHistoryQuery(id, LIMIT, cursor)
    return view.render('admin/products/price_history', { product, changes: page, ...meta, cursor })
  }

  async store(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    const { newPrice, reason } = await ctx.request.validateUsing(priceChangeFormValidator)
    await changePrice(id, newPrice, { ...actingStaff(ctx), reason })
    ctx.session.flash('done', 'products.price_changed')
    return ctx.response.seeOther(`/admin/products/${id}/price-history`)
  }
}
