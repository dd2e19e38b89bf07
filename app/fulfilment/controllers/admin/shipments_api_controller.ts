import type { HttpContext } from '@adonisjs/core/http'
import { dispatchParcel } from '#app/fulfilment/dispatch_parcel'
import { parcelQuery } from '#app/fulfilment/parcels_query'
import { parcelQueueQuery } from '#app/fulfilment/queues_query'
import { shipmentAnswer } from '#app/fulfilment/shipment_transformer'
import {
  shipmentIdValidator,
  shipmentListValidator,
  shipmentValidator,
} from '#app/fulfilment/shipment_validators'
import { ROWS } from '#app/platform/lists/rows'
import { actingStaff } from '#app/staff/acting_staff'

/** Parcels as staff programs read them and send them off. */
export default class ShipmentsApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, cursor, ...asked } = await shipmentListValidator.validate(request.qs())
    const { page, nextCursor } = await parcelQueueQuery(asked, limit, cursor)
    return { data: page.map(shipmentAnswer), meta: { limit, nextCursor } }
  }

  async show({ params }: HttpContext) {
    const { id } = await shipmentIdValidator.validate(params)
    return { data: shipmentAnswer(await parcelQuery(id)) }
  }

  async store(ctx: HttpContext) {
    const dispatch = await shipmentValidator.validate(ctx.request.body())
    const id = await dispatchParcel(dispatch, actingStaff(ctx))
    ctx.response.status(201).header('Location', `/api/admin/shipments/${id}`)
    return { data: shipmentAnswer(await parcelQuery(id)) }
  }
}
