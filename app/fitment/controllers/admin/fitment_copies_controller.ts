import type { HttpContext } from '@adonisjs/core/http'
import { productIdValidator } from '#app/catalogue/products/product_validators'
import { copyFitments } from '#app/fitment/rules/copy_fitments'
import { fitmentCopyValidator } from '#app/fitment/fitment_validators'
import { actingStaff } from '#app/staff/acting_staff'

/** A product fits what another fits. */
export default class FitmentCopiesController {
  async store(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    const { from } = await ctx.request.validateUsing(fitmentCopyValidator)
    const { added } = await copyFitments(id, from, actingStaff(ctx))
    ctx.session.flash('done', { key: 'fitments.copied', data: { count: added, sku: from } })
    return ctx.response.seeOther(`/admin/products/${id}/fitments`)
  }
}
