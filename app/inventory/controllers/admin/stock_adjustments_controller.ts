import type { HttpContext } from '@adonisjs/core/http'
import { adjustStock } from '#app/inventory/adjust_stock'
import { adjustmentFormValidator, stockIdValidator } from '#app/inventory/stock_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class StockAdjustmentsController {
  async store(ctx: HttpContext) {
    const { id } = await stockIdValidator.validate(ctx.params)
    const adjustment = await ctx.request.validateUsing(adjustmentFormValidator)
    const { putOff } = await adjustStock({ productId: id, ...adjustment }, actingStaff(ctx))
    ctx.session.flash('done', putOff > 0 ? 'stock.adjusted_put_off' : 'stock.adjusted')
    return ctx.response.seeOther(`/admin/stock/${id}`)
  }
}
