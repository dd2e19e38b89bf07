import type { HttpContext } from '@adonisjs/core/http'
import { paymentOf } from '#app/payments/payment'
import { paymentAnswer } from '#app/payments/intents/payment_transformer'
import { paymentIdValidator } from '#app/payments/intents/payment_validators'
import { settle } from '#app/payments/settling/settle'

export default class IntentConfirmationsController {
  /** The buyer is back: what the gateway says decides. */
  async store({ params }: HttpContext) {
    const { id } = await paymentIdValidator.validate(params)
    return { data: paymentAnswer(await settle(await paymentOf(id))) }
  }
}
