import type { HttpContext } from '@adonisjs/core/http'
import { backToOrder } from '#app/fulfilment/back_to_order'
import { handOver } from '#app/fulfilment/hand_over'
import { orderNumberValidator } from '#app/orders/buyers/order_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class HandoversController {
  async store(ctx: HttpContext) {
    const { number } = await orderNumberValidator.validate(ctx.params)
    const id = await handOver(number, actingStaff(ctx))
    return backToOrder(ctx, id, 'shipments.is_handed_over')
  }
}
