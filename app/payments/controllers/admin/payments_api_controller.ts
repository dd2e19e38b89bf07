import type { HttpContext } from '@adonisjs/core/http'
import { paymentListValidator } from '#app/payments/desk/desk_validators'
import { staffPaymentAnswer, staffPaymentDetail } from '#app/payments/desk/desk_transformer'
import { paymentOf } from '#app/payments/payment'
import { paymentIdValidator } from '#app/payments/intents/payment_validators'
import { paymentsQuery } from '#app/payments/desk/payments_query'
import { refundsOf } from '#app/payments/refunds/refund'
import { ROWS } from '#app/platform/lists/rows'

export default class PaymentsApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, cursor, ...asked } = await paymentListValidator.validate(request.qs())
    const { page, nextCursor } = await paymentsQuery(asked, limit, cursor)
    return { data: page.map(staffPaymentAnswer), meta: { limit, nextCursor } }
  }

  async show({ params }: HttpContext) {
    const { id } = await paymentIdValidator.validate(params)
    const payment = await paymentOf(id)
    return { data: staffPaymentDetail(payment, await refundsOf(payment.id)) }
  }
}
