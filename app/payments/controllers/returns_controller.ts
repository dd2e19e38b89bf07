import type { HttpContext } from '@adonisjs/core/http'
import { paymentOf } from '#app/payments/payment'
import { availableMethods } from '#app/payments/payment_methods'
import { paymentIdValidator } from '#app/payments/intents/payment_validators'
import { isBeingVerified, mayRetry, outcomeOf } from '#app/payments/intents/return_page'
import { settle } from '#app/payments/settling/settle'

/** Where the browsers of buyers come back to. */
export default class ReturnsController {
  /** Nothing in the address is believed: the gateway is asked. */
  async show({ params, view, response }: HttpContext) {
    const { id } = await paymentIdValidator.validate(params)
    const payment = await settle(await paymentOf(id))
    if (isBeingVerified(payment)) response.header('Refresh', '4')
    return view.render('payments/return', {
      ...{ payment, outcome: outcomeOf(payment), mayRetry: mayRetry(payment) },
      methods: await availableMethods(),
    })
  }
}
