import type { HttpContext } from '@adonisjs/core/http'
import { handOver } from '#app/fulfilment/hand_over'
import { parcelQuery } from '#app/fulfilment/parcels_query'
import { shipmentAnswer } from '#app/fulfilment/shipment_transformer'
import { orderNumberValidator } from '#app/orders/buyers/order_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class HandoversApiController {
  async store(ctx: HttpContext) {
    const { number } = await orderNumberValidator.validate(ctx.params)
    const id = await handOver(number, actingStaff(ctx))
    ctx.response.status(201)
    return { data: shipmentAnswer(await parcelQuery(id)) }
  }
}
