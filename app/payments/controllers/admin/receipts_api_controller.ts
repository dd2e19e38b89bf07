import type { HttpContext } from '@adonisjs/core/http'
import { documentValidator } from '#app/payments/desk/desk_validators'
import { paymentIdValidator } from '#app/payments/intents/payment_validators'
import { receiveTransfer } from '#app/payments/by_hand/receive_transfer'
import { actingStaff } from '#app/staff/acting_staff'

export default class ReceiptsApiController {
  async store(ctx: HttpContext) {
    const { id } = await paymentIdValidator.validate(ctx.params)
    const { document } = await documentValidator.validate(ctx.request.body())
    await receiveTransfer(id, document, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
