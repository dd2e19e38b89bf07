import type { HttpContext } from '@adonisjs/core/http'
import { decidePayment } from '#app/payments/by_hand/decide_payment'
import { decisionValidator } from '#app/payments/desk/desk_validators'
import { paymentIdValidator } from '#app/payments/intents/payment_validators'
import { paymentOf } from '#app/payments/payment'
import { actingStaff } from '#app/staff/acting_staff'

export default class DecisionsController {
  async store(ctx: HttpContext) {
    const { id } = await paymentIdValidator.validate(ctx.params)
    const wish = await ctx.request.validateUsing(decisionValidator)
    await decidePayment(id, wish, actingStaff(ctx))
    ctx.session.flash('done', `payments.is_${wish.decision}`)
    const { orderNumber } = await paymentOf(id)
    return ctx.response.seeOther(`/admin/orders/${orderNumber}`)
  }
}
