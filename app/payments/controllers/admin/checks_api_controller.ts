import type { HttpContext } from '@adonisjs/core/http'
import { staffPaymentAnswer } from '#app/payments/desk/desk_transformer'
import { paymentOf } from '#app/payments/payment'
import { paymentIdValidator } from '#app/payments/intents/payment_validators'
import { settle } from '#app/payments/settling/settle'

export default class ChecksApiController {
  async store({ params }: HttpContext) {
    const { id } = await paymentIdValidator.validate(params)
    return { data: staffPaymentAnswer(await settle(await paymentOf(id))) }
  }
}
