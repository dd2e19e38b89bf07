import type { HttpContext } from '@adonisjs/core/http'
import { movePurchaseOrder } from '#app/purchasing/move_purchase_order'
import {
  purchaseMoveInputValidator,
  purchaseMoveValidator,
} from '#app/purchasing/purchase_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class PurchaseMovesApiController {
  async store(ctx: HttpContext) {
    const { number, move } = await purchaseMoveValidator.validate(ctx.params)
    const input = await purchaseMoveInputValidator.validate(ctx.request.body())
    await movePurchaseOrder(number, move, input, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
