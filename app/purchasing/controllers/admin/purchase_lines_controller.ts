import type { HttpContext } from '@adonisjs/core/http'
import { replaceLines } from '#app/purchasing/draft_purchase_order'
import { linesOfForm } from '#app/purchasing/lines_of_form'
import { purchaseOrderQuery } from '#app/purchasing/purchase_order_query'
import {
  purchaseLinesFormValidator,
  purchaseNumberValidator,
} from '#app/purchasing/purchase_validators'
import { actingStaff } from '#app/staff/acting_staff'

/** The editor of lines: all of them are sent, and one more when there is one. */
export default class PurchaseLinesController {
  async store(ctx: HttpContext) {
    const { number } = await purchaseNumberValidator.validate(ctx.params)
    const typed = await ctx.request.validateUsing(purchaseLinesFormValidator)
    const order = await purchaseOrderQuery(number)
    await replaceLines(number, linesOfForm(order, typed), actingStaff(ctx))
    ctx.session.flash('done', 'purchases.lines_saved')
    return ctx.response.seeOther(`/admin/purchase-orders/${number}`)
  }
}
