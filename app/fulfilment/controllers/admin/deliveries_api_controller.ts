import type { HttpContext } from '@adonisjs/core/http'
import { deliverParcel } from '#app/fulfilment/follow_parcel'
import { shipmentIdValidator } from '#app/fulfilment/shipment_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class DeliveriesApiController {
  async store(ctx: HttpContext) {
    const { id } = await shipmentIdValidator.validate(ctx.params)
    await deliverParcel(id, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
