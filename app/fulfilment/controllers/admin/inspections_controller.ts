import type { HttpContext } from '@adonisjs/core/http'
import { backToOrder } from '#app/fulfilment/back_to_order'
import { inspectParcel } from '#app/fulfilment/inspect_parcel'
import { inspectedInForm } from '#app/fulfilment/lines_of_form'
import { parcelQuery } from '#app/fulfilment/parcels_query'
import { inspectionFormValidator, shipmentIdValidator } from '#app/fulfilment/shipment_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class InspectionsController {
  async store(ctx: HttpContext) {
    const { id } = await shipmentIdValidator.validate(ctx.params)
    const { location, restocked } = await ctx.request.validateUsing(inspectionFormValidator)
    const { lines } = await parcelQuery(id)
    const inspection = { location, lines: inspectedInForm(lines, restocked) }
    await inspectParcel(id, inspection, actingStaff(ctx))
    return backToOrder(ctx, id, 'shipments.is_inspected')
  }
}
