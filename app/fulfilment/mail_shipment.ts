import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { orderQuery } from '#app/orders/order_query'
import { sql } from '#app/platform/database/sql'
import { listen } from '#app/platform/events/listener'
import { queueMail } from '#app/platform/mail/queue_mail'
import ShipmentMail from '#app/fulfilment/mails/shipment_mail'
import { COUNTER } from '#app/payments/by_hand/counter'
import { parcelsOfOrder } from '#app/fulfilment/parcels_query'

/** `version` of the order that its event made; those of before it was told have none. */
type Told = { orderId: number; version?: number }

/** Whoever gave an address hears that a parcel has left, each parcel once; not what was fetched in the shop. */
export const mailShipment = listen<Told>({
  name: 'fulfilment.mail_shipment',
  types: ['order.shipped', 'order.partly_shipped'],
  handle: ({ aggregateId, payload }, run) =>
    db.transaction(async (trx) => {
      await run.complete(trx)
      const order = await orderQuery(String(aggregateId), trx)
      const email = order.contact?.email
      const parcel = await parcelToldOf({ ...payload, orderId: order.id }, trx)
      if (!email || !parcel || parcel.carrier === COUNTER) return
      await queueMail(new ShipmentMail(order, parcel, email), trx, `parcel-${parcel.id}`)
    }),
})

/** Two may have left since: an event is of one of them. */
async function parcelToldOf({ orderId, version }: Told, trx: TransactionClientContract) {
  const [told] = await sql<{ number: string }>(
    `select data ->> 'parcel' as number from order_events
     where order_id = $1 and type in ('order.shipped', 'order.partly_shipped') and ($2::int is null or version = $2)
     order by version desc limit 1`,
    [orderId, version ?? null],
    trx
  )
  const parcels = await parcelsOfOrder(orderId, trx)
  return parcels.find(({ number }) => number === told?.number)
}
