import type { HttpContext } from '@adonisjs/core/http'
import { transferStock } from '#app/inventory/transfer_stock'
import { transferValidator } from '#app/inventory/stock_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class StockTransfersApiController {
  async store(ctx: HttpContext) {
    await transferStock(await transferValidator.validate(ctx.request.body()), actingStaff(ctx))
    return ctx.response.noContent()
  }
}
