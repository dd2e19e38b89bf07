import type { HttpContext } from '@adonisjs/core/http'
import { paymentOf } from '#app/payments/payment'
import { attemptValidator, paymentIdValidator } from '#app/payments/intents/payment_validators'
import { startAttempt } from '#app/payments/intents/start_intent'

export default class AttemptsController {
  /** A buyer who came back without having paid tries again, or in another way. */
  async store(ctx: HttpContext) {
    const { id } = await paymentIdValidator.validate(ctx.params)
    const { method } = await ctx.request.validateUsing(attemptValidator)
    const { orderNumber } = await paymentOf(id)
    const { publicId } = await startAttempt(orderNumber, method)
    return ctx.response.redirect().status(303).toPath(`/payments/${publicId}`)
  }
}
