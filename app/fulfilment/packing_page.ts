import { locationsQuery } from '#app/inventory/stock_levels_query'
import { orderQuery } from '#app/orders/order_query'
import { mayLeave } from '#app/orders/order_state'
import { holderOfOrder } from '#app/orders/placing/place_order'
import { sql } from '#app/platform/database/sql'
import { piecesLeft } from '#app/fulfilment/choose_pieces'
import { parcelsOfOrder, shippedPieces } from '#app/fulfilment/parcels_query'
import { pickListQuery } from '#app/fulfilment/queues_query'

/** All that the packing page of an order shows. Throws 404. */
export async function packingPage(number: string) {
  const order = await orderQuery(number)
  const [shipped, parcels, picks, places, carriers] = await Promise.all([
    shippedPieces(order.id),
    parcelsOfOrder(order.id),
    pickListQuery(holderOfOrder(number)),
    locationsQuery(),
    knownCarriers(),
  ])
  const left = order.state === 'cancelled' ? [] : piecesLeft(order, shipped)
  return {
    ...{ order, parcels, picks, places, carriers, left },
    canShip: order.state === 'confirmed' && mayLeave(order) && left.length > 0,
    canHandOver:
      ['placed', 'confirmed'].includes(order.state) && mayLeave(order) && left.length > 0,
  }
}

/** Those of the last parcels, for a field to propose. */
async function knownCarriers(): Promise<string[]> {
  const rows = await sql<{ carrier: string }>(
    `select distinct carrier from (select carrier from parcels where tracking_number is not null order by id desc limit 200) p
     order by 1`
  )
  return rows.map(({ carrier }) => carrier)
}
