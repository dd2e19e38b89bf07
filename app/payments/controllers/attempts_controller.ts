import type { HttpContext } from '@adonisjs/core/http'
import { actingBuyer } from '#app/customers/acting_customer'
import { paymentOf } from '#app/payments/payment'
import { attemptValidator, paymentIdValidator } from '#app/payments/intents/payment_validators'
import { mayRetry } from '#app/payments/intents/return_page'
import { startAttempt } from '#app/payments/intents/start_intent'

export default class AttemptsController {
  /** A buyer who came back without having paid tries again, or in another way. */
  async store(ctx: HttpContext) {
    const { id } = await paymentIdValidator.validate(ctx.params)
    const { method } = await ctx.request.validateUsing(attemptValidator)
    const payment = await paymentOf(id)
    // Who has the page of an attempt that was not the buyer's is not the buyer either.
    const isBuyer = mayRetry(payment) && !payment.isAside
    const { actor } = actingBuyer(ctx)
    const { publicId } = await startAttempt(payment.orderNumber, { method, actor, isBuyer })
    return ctx.response.seeOther(`/payments/${publicId}`)
  }
}
