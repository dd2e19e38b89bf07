import type { HttpContext } from '@adonisjs/core/http'
import { refundFormValidator } from '#app/payments/desk/desk_validators'
import { paymentOf } from '#app/payments/payment'
import { paymentIdValidator } from '#app/payments/intents/payment_validators'
import { refundPayment } from '#app/payments/refunds/refund_payment'
import { actingStaff } from '#app/staff/acting_staff'

export default class RefundsController {
  async store(ctx: HttpContext) {
    const { id } = await paymentIdValidator.validate(ctx.params)
    const { lines = [], ...wish } = await ctx.request.validateUsing(refundFormValidator)
    const chosen = lines.flatMap(({ sku, quantity = 0 }) => (quantity ? [{ sku, quantity }] : []))
    await refundPayment(id, { ...wish, lines: chosen }, actingStaff(ctx))
    ctx.session.flash('done', 'payments.is_refunded')
    const { orderNumber } = await paymentOf(id)
    return ctx.response.seeOther(`/admin/orders/${orderNumber}`)
  }
}
