import type { HttpContext } from '@adonisjs/core/http'
import { adjustStock } from '#app/inventory/adjust_stock'
import { adjustmentValidator } from '#app/inventory/stock_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class StockAdjustmentsApiController {
  async store(ctx: HttpContext) {
    const adjustment = await adjustmentValidator.validate(ctx.request.body())
    const { onHand, reserved, putOff } = await adjustStock(adjustment, actingStaff(ctx))
    ctx.response.status(201)
    return { data: { onHand, reserved, putOff } }
  }
}
