import type { HttpContext } from '@adonisjs/core/http'
import { replaceLines } from '#app/purchasing/draft_purchase_order'
import {
  purchaseLinesValidator,
  purchaseNumberValidator,
} from '#app/purchasing/purchase_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class PurchaseLinesApiController {
  async update(ctx: HttpContext) {
    const { number } = await purchaseNumberValidator.validate(ctx.params)
    const { lines } = await purchaseLinesValidator.validate(ctx.request.body())
    await replaceLines(number, lines, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
