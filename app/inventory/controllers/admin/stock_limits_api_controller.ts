import type { HttpContext } from '@adonisjs/core/http'
import { limitLowStock } from '#app/inventory/limit_low_stock'
import { lowStockLimitValidator } from '#app/inventory/stock_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class StockLimitsApiController {
  async store(ctx: HttpContext) {
    const limit = await lowStockLimitValidator.validate(ctx.request.body())
    await limitLowStock(limit, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
