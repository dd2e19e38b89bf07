import type { HttpContext } from '@adonisjs/core/http'
import { findProduct } from '#app/catalogue/products/admin_product_query'
import { productIdValidator } from '#app/catalogue/products/product_validators'
import { addFitment } from '#app/fitment/rules/add_fitment'
import { fitmentEditor } from '#app/fitment/rules/fitment_editor'
import {
  fitmentEditorValidator,
  fitmentFormValidator,
  fitmentRuleValidator,
} from '#app/fitment/fitment_validators'
import { removeRule } from '#app/fitment/rules/remove_fitment'
import type { Locale } from '#app/platform/http/locale'
import { filtersOf } from '#app/platform/lists/filters_of'
import { actingStaff } from '#app/staff/acting_staff'

/** What a product fits, in the browser. */
export default class ProductFitmentsController {
  async index({ params, request, view, i18n }: HttpContext) {
    const { id } = await productIdValidator.validate(params)
    const asked = await filtersOf(fitmentEditorValidator, request.qs())
    const product = await findProduct(id)
    const editor = await fitmentEditor(id, asked, i18n.locale as Locale)
    return view.render('admin/fitments/index', { product, ...editor })
  }

  async store(ctx: HttpContext) {
    const { id } = await productIdValidator.validate(ctx.params)
    const input = await ctx.request.validateUsing(fitmentFormValidator)
    const { vehicles } = await addFitment(id, input, actingStaff(ctx))
    ctx.session.flash('done', { key: 'fitments.added', data: { count: vehicles } })
    const chosen = new URLSearchParams({ make: input.make, model: input.model ?? '' })
    return ctx.response.seeOther(`/admin/products/${id}/fitments?${chosen}`)
  }

  async destroy(ctx: HttpContext) {
    const { id, ruleId } = await fitmentRuleValidator.validate(ctx.params)
    const rule = await removeRule(id, ruleId, actingStaff(ctx))
    ctx.session.flash('done', { key: 'fitments.removed', data: { rule } })
    return ctx.response.seeOther(`/admin/products/${id}/fitments`)
  }
}
