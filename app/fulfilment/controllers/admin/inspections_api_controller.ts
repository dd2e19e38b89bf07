import type { HttpContext } from '@adonisjs/core/http'
import { inspectParcel } from '#app/fulfilment/inspect_parcel'
import { inspectionValidator, shipmentIdValidator } from '#app/fulfilment/shipment_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class InspectionsApiController {
  async store(ctx: HttpContext) {
    const { id } = await shipmentIdValidator.validate(ctx.params)
    const { location = 'depot', lines = [] } = await inspectionValidator.validate(
      ctx.request.body()
    )
    await inspectParcel(id, { location, lines }, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
