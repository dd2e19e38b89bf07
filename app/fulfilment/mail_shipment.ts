import db from '@adonisjs/lucid/services/db'
import { orderQuery } from '#app/orders/order_query'
import { listen } from '#app/platform/events/listener'
import { queueMail } from '#app/platform/mail/queue_mail'
import ShipmentMail from '#app/fulfilment/mails/shipment_mail'
import { COUNTER } from '#app/payments/by_hand/counter'
import { parcelsOfOrder } from '#app/fulfilment/parcels_query'

/** Whoever gave an address hears that a parcel has left, each parcel once; not what was fetched in the shop. */
export const mailShipment = listen({
  name: 'fulfilment.mail_shipment',
  types: ['order.shipped', 'order.partly_shipped'],
  handle: ({ aggregateId }, run) =>
    db.transaction(async (trx) => {
      await run.complete(trx)
      const order = await orderQuery(String(aggregateId), trx)
      if (!order) throw new Error(`order ${aggregateId} was told of and is not there`)
      const email = order.contact?.email
      const parcels = await parcelsOfOrder(order.id, trx)
      const parcel = parcels.findLast(({ carrier }) => carrier !== COUNTER)
      if (!email || !parcel) return
      await queueMail(new ShipmentMail(order, parcel, email), trx, `parcel-${parcel.id}`)
    }),
})
