import type { HttpContext } from '@adonisjs/core/http'
import { ROWS } from '#app/platform/lists/rows'
import { orderSuggestions } from '#app/purchasing/order_suggestions'
import { suggestionAnswer } from '#app/purchasing/purchase_order_transformer'
import { purchaseSuggestionsQuery } from '#app/purchasing/purchase_suggestions_query'
import { suggestedValidator, suggestionListValidator } from '#app/purchasing/purchase_validators'
import { wholeList } from '#app/platform/lists/whole_list'
import { actingStaff, staffOf } from '#app/staff/acting_staff'

export default class PurchaseSuggestionsApiController {
  async index(ctx: HttpContext) {
    const asked = await suggestionListValidator.validate(ctx.request.qs())
    const { limit = ROWS, cursor, ...filter } = asked
    const { page, nextCursor } = await purchaseSuggestionsQuery(filter, limit, cursor)
    const mayKnowCosts = staffOf(ctx).may('costs:read')
    const data = page.map((one) => suggestionAnswer(one, mayKnowCosts))
    return { data, meta: { limit, nextCursor } }
  }

  async store(ctx: HttpContext) {
    const { productIds } = await suggestedValidator.validate(ctx.request.body())
    const drafts = await orderSuggestions(productIds, actingStaff(ctx))
    ctx.response.status(201)
    return wholeList(drafts)
  }
}
