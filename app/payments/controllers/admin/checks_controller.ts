import type { HttpContext } from '@adonisjs/core/http'
import { paymentOf } from '#app/payments/payment'
import { paymentIdValidator } from '#app/payments/intents/payment_validators'
import { settle } from '#app/payments/settling/settle'

export default class ChecksController {
  async store({ params, session, response }: HttpContext) {
    const { id } = await paymentIdValidator.validate(params)
    const { orderNumber } = await settle(await paymentOf(id))
    session.flash('done', 'payments.is_checked')
    return response.seeOther(`/admin/orders/${orderNumber}`)
  }
}
