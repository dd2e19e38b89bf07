import type { HttpContext } from '@adonisjs/core/http'
import { transferStock } from '#app/inventory/transfer_stock'
import { transferFormValidator, stockIdValidator } from '#app/inventory/stock_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class StockTransfersController {
  async store(ctx: HttpContext) {
    const { id } = await stockIdValidator.validate(ctx.params)
    const { from, to, pieces, document } = await ctx.request.validateUsing(transferFormValidator)
    const transfer = { productId: id, from, to, quantity: pieces, reason: document }
    await transferStock(transfer, actingStaff(ctx))
    ctx.session.flash('done', 'stock.carried')
    return ctx.response.seeOther(`/admin/stock/${id}`)
  }
}
