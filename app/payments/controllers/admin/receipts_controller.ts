import type { HttpContext } from '@adonisjs/core/http'
import { documentValidator } from '#app/payments/desk/desk_validators'
import { paymentOf } from '#app/payments/payment'
import { paymentIdValidator } from '#app/payments/intents/payment_validators'
import { receiveTransfer } from '#app/payments/by_hand/receive_transfer'
import { actingStaff } from '#app/staff/acting_staff'

export default class ReceiptsController {
  async store(ctx: HttpContext) {
    const { id } = await paymentIdValidator.validate(ctx.params)
    const { document } = await ctx.request.validateUsing(documentValidator)
    await receiveTransfer(id, document, actingStaff(ctx))
    ctx.session.flash('done', 'payments.is_received')
    const { orderNumber } = await paymentOf(id)
    return ctx.response.seeOther(`/admin/orders/${orderNumber}`)
  }
}
