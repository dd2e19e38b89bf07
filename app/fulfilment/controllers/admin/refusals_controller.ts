import type { HttpContext } from '@adonisjs/core/http'
import { backToOrder } from '#app/fulfilment/back_to_order'
import { refuseParcel } from '#app/fulfilment/follow_parcel'
import { refusalValidator, shipmentIdValidator } from '#app/fulfilment/shipment_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class RefusalsController {
  async store(ctx: HttpContext) {
    const { id } = await shipmentIdValidator.validate(ctx.params)
    const { reason } = await ctx.request.validateUsing(refusalValidator)
    await refuseParcel(id, reason, actingStaff(ctx))
    return backToOrder(ctx, id, 'shipments.is_refused')
  }
}
