import type { HttpContext } from '@adonisjs/core/http'
import { findProduct } from '#app/catalogue/products/admin_product_query'
import { productIdValidator } from '#app/catalogue/products/product_validators'
import { filtersOf } from '#app/platform/lists/filters_of'
import { equivalentsQuery } from '#app/search/references/equivalents_query'
import { judgeEquivalence } from '#app/search/references/judge_equivalence'
import { rejectedEquivalentsQuery } from '#app/search/references/rejected_equivalents_query'
import {
  equivalenceValidator,
  equivalentListValidator,
  pairValidator,
} from '#app/search/search_validators'
import { actingStaff } from '#app/staff/acting_staff'

const LIMIT = 50

/** What may stand in for a product, and what staff think of each. */
export default class EquivalenceVerdictsController {
  async index({ params, request, view }: HttpContext) {
    const { id } = await productIdValidator.validate(params)
    const { cursor } = await filtersOf(equivalentListValidator, request.qs())
    const product = await findProduct(id)
    const [found, rejected] = await Promise.all([
      equivalentsQuery(product.slug, LIMIT, cursor),
      rejectedEquivalentsQuery(id),
    ])
    const shown = { equivalents: found?.page ?? [], nextCursor: found?.nextCursor, cursor }
    return view.render('admin/products/equivalents', { product, rejected, ...shown })
  }

  async store(ctx: HttpContext) {
    const { id, otherId } = await pairValidator.validate(ctx.params)
    const verdict = await ctx.request.validateUsing(equivalenceValidator)
    await judgeEquivalence([id, otherId], verdict, actingStaff(ctx))
    ctx.session.flash('done', `equivalents.${verdict.verdict}`)
    return ctx.response.seeOther(`/admin/products/${id}/equivalents`)
  }
}
