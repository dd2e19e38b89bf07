import type { HttpContext } from '@adonisjs/core/http'
import { limitLowStock } from '#app/inventory/limit_low_stock'
import { lowStockLimitFormValidator, stockIdValidator } from '#app/inventory/stock_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class StockLimitsController {
  async store(ctx: HttpContext) {
    const { id } = await stockIdValidator.validate(ctx.params)
    const { place, lowStockAt } = await ctx.request.validateUsing(lowStockLimitFormValidator)
    await limitLowStock({ productId: id, location: place, lowStockAt }, actingStaff(ctx))
    ctx.session.flash('done', 'stock.limited')
    return ctx.response.seeOther(`/admin/stock/${id}`)
  }
}
