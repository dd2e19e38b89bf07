import type { HttpContext } from '@adonisjs/core/http'
import { refuseParcel } from '#app/fulfilment/follow_parcel'
import { refusalValidator, shipmentIdValidator } from '#app/fulfilment/shipment_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class RefusalsApiController {
  async store(ctx: HttpContext) {
    const { id } = await shipmentIdValidator.validate(ctx.params)
    const { reason } = await refusalValidator.validate(ctx.request.body())
    await refuseParcel(id, reason, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
