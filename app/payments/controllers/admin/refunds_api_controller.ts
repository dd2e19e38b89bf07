import type { HttpContext } from '@adonisjs/core/http'
import { answerOnce } from '#app/platform/idempotency/answer_once'
import { refundValidator } from '#app/payments/desk/desk_validators'
import { refundAnswer } from '#app/payments/desk/desk_transformer'
import { paymentIdValidator } from '#app/payments/intents/payment_validators'
import { refundPayment } from '#app/payments/refunds/refund_payment'
import { actingStaff } from '#app/staff/acting_staff'

export default class RefundsApiController {
  async store(ctx: HttpContext) {
    const { id } = await paymentIdValidator.validate(ctx.params)
    const input = await refundValidator.validate(ctx.request.body())
    const acting = actingStaff(ctx)
    const scope = `payments.refunds:${id}:${acting.actor}`
    return answerOnce(ctx, { scope, input }, (once) =>
      refundPayment(id, input, acting, (refund, trx) =>
        once.finish(201, { data: refundAnswer(refund) }, trx)
      )
    )
  }
}
