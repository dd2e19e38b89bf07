import type { HttpContext } from '@adonisjs/core/http'
import { parcelQuery } from '#app/fulfilment/parcels_query'

/** Back to the parcels of the order that a parcel is of. */
export async function backToOrder({ session, response }: HttpContext, id: number, done: string) {
  const { orderNumber } = await parcelQuery(id)
  session.flash('done', done)
  return response.seeOther(`/admin/shipments/orders/${orderNumber}`)
}
