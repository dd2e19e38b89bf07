import type { HttpContext } from '@adonisjs/core/http'
import { documentValidator, refundIdValidator } from '#app/payments/desk/desk_validators'
import { finishRefund } from '#app/payments/refunds/finish_refund'
import { actingStaff } from '#app/staff/acting_staff'

export default class RefundCompletionsApiController {
  async store(ctx: HttpContext) {
    const { id, refundId } = await refundIdValidator.validate(ctx.params)
    const { document } = await documentValidator.validate(ctx.request.body())
    await finishRefund(id, refundId, document, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
