import type { HttpContext } from '@adonisjs/core/http'
import { movePurchaseOrder } from '#app/purchasing/move_purchase_order'
import {
  purchaseMoveFormValidator,
  purchaseMoveValidator,
} from '#app/purchasing/purchase_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class PurchaseMovesController {
  async store(ctx: HttpContext) {
    const { number, move } = await purchaseMoveValidator.validate(ctx.params)
    const input = await ctx.request.validateUsing(purchaseMoveFormValidator)
    await movePurchaseOrder(number, move, input, actingStaff(ctx))
    ctx.session.flash('done', `purchases.done_${move}`)
    return ctx.response.seeOther(`/admin/purchase-orders/${number}`)
  }
}
