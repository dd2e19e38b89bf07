import type { HttpContext } from '@adonisjs/core/http'
import { filtersOf } from '#app/platform/lists/filters_of'
import { orderSuggestions } from '#app/purchasing/order_suggestions'
import { purchaseSuggestionsQuery } from '#app/purchasing/purchase_suggestions_query'
import {
  suggestedFormValidator,
  suggestionListValidator,
} from '#app/purchasing/purchase_validators'
import { activeSuppliers } from '#app/purchasing/suppliers_query'
import { actingStaff } from '#app/staff/acting_staff'

const LIMIT = 50

/** What runs out, and one button to order it. */
export default class PurchaseSuggestionsController {
  async index({ request, view }: HttpContext) {
    const { cursor, supplierId } = await filtersOf(suggestionListValidator, request.qs())
    const [{ page, nextCursor }, suppliers] = await Promise.all([
      purchaseSuggestionsQuery({ supplierId }, LIMIT, cursor),
      activeSuppliers(),
    ])
    const list = { suggestions: page, suppliers, asked: { supplierId }, nextCursor, cursor }
    return view.render('admin/purchase_orders/suggestions', list)
  }

  async store(ctx: HttpContext) {
    const { ids } = await ctx.request.validateUsing(suggestedFormValidator)
    const drafted = await orderSuggestions(ids, actingStaff(ctx))
    const [only, ...others] = drafted
    const count = drafted.reduce((sum, { lines }) => sum + lines, 0)
    ctx.session.flash('done', { key: 'purchases.suggested', data: { count } })
    const to = only && others.length === 0 ? `/${only.number}` : '?state=draft'
    return ctx.response.seeOther(`/admin/purchase-orders${to}`)
  }
}
