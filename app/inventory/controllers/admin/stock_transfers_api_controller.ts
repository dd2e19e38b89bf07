import type { HttpContext } from '@adonisjs/core/http'
import { carryStock } from '#app/inventory/carry_stock'
import { carriageValidator } from '#app/inventory/stock_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class StockTransfersApiController {
  async store(ctx: HttpContext) {
    await carryStock(await carriageValidator.validate(ctx.request.body()), actingStaff(ctx))
    return ctx.response.noContent()
  }
}
