import type { HttpContext } from '@adonisjs/core/http'
import { actingBuyer } from '#app/customers/acting_customer'
import { answerOnce } from '#app/platform/idempotency/answer_once'
import { isBuyerOf } from '#app/orders/buyers/order_of_buyer'
import { paymentOf } from '#app/payments/payment'
import { paymentAnswer } from '#app/payments/intents/payment_transformer'
import { intentValidator, paymentIdValidator } from '#app/payments/intents/payment_validators'
import { startIntent } from '#app/payments/intents/start_intent'

export default class IntentsController {
  /** Another attempt to pay an order: once, however often it is asked for with the same key. */
  async store(ctx: HttpContext) {
    const { token, ...input } = await intentValidator.validate(ctx.request.body())
    const isBuyer = await isBuyerOf(ctx, input.orderNumber, token)
    const { actor } = actingBuyer(ctx)
    const scope = `payments.intents:${input.orderNumber}`
    return answerOnce(ctx, { scope, input }, (once) =>
      startIntent(input.orderNumber, { ...input, actor, isBuyer }, once)
    )
  }

  async show({ params }: HttpContext) {
    const { id } = await paymentIdValidator.validate(params)
    return { data: paymentAnswer(await paymentOf(id)) }
  }
}
