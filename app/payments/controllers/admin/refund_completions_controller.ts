import type { HttpContext } from '@adonisjs/core/http'
import { documentValidator, refundIdValidator } from '#app/payments/desk/desk_validators'
import { paymentOf } from '#app/payments/payment'
import { finishRefund } from '#app/payments/refunds/finish_refund'
import { actingStaff } from '#app/staff/acting_staff'

export default class RefundCompletionsController {
  async store(ctx: HttpContext) {
    const { id, refundId } = await refundIdValidator.validate(ctx.params)
    const { document } = await ctx.request.validateUsing(documentValidator)
    await finishRefund(id, refundId, document, actingStaff(ctx))
    ctx.session.flash('done', 'payments.is_refund_done')
    const { orderNumber } = await paymentOf(id)
    return ctx.response.seeOther(`/admin/orders/${orderNumber}`)
  }
}
