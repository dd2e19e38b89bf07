import type { HttpContext } from '@adonisjs/core/http'
import { decidePayment } from '#app/payments/by_hand/decide_payment'
import { decisionValidator } from '#app/payments/desk/desk_validators'
import { paymentIdValidator } from '#app/payments/intents/payment_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class DecisionsApiController {
  async store(ctx: HttpContext) {
    const { id } = await paymentIdValidator.validate(ctx.params)
    const wish = await decisionValidator.validate(ctx.request.body())
    await decidePayment(id, wish, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
