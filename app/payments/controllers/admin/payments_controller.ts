import type { HttpContext } from '@adonisjs/core/http'
import { filtersOf } from '#app/platform/lists/filters_of'
import { ageOf } from '#app/orders/desk/age_of'
import { methodTextOf } from '#app/orders/desk/method_text'
import { paymentListValidator } from '#app/payments/desk/desk_validators'
import { PAYMENT_METHODS } from '#app/payments/payment_methods'
import { PAYMENT_QUEUES, paymentsQuery, waitingPayments } from '#app/payments/desk/payments_query'
import { PAYMENT_STATES } from '#app/payments/payment_state'
import { stateTextOf } from '#app/payments/desk/payment_texts'
import { TONES } from '#app/payments/desk/payment_tones'

const LIMIT = 50
const words = { methodTextOf, stateOf: stateTextOf, ageOf, tones: TONES, queues: PAYMENT_QUEUES }
const choices = { states: PAYMENT_STATES, methods: PAYMENT_METHODS }

/** What is paid, what has to be looked at, what has to go back. */
export default class PaymentsController {
  async index({ request, view }: HttpContext) {
    const { cursor, ...asked } = await filtersOf(paymentListValidator, request.qs())
    const [{ page, nextCursor }, waiting] = await Promise.all([
      paymentsQuery(asked, LIMIT, cursor),
      waitingPayments(),
    ])
    const list = { payments: page, asked, waiting, nextCursor, cursor }
    return view.render('admin/payments/index', { ...words, ...choices, ...list })
  }
}
