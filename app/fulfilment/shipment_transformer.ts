import { money } from '#app/money/money'
import type { Parcel } from '#app/fulfilment/parcels_query'

/** A parcel as the API tells it. */
export const shipmentAnswer = (parcel: Parcel) => ({
  id: parcel.id,
  number: parcel.number,
  orderNumber: parcel.orderNumber,
  carrier: parcel.carrier,
  trackingNumber: parcel.trackingNumber,
  state: parcel.state,
  cash: money(parcel.cash),
  remitted: parcel.remitted,
  shippedAt: parcel.shippedAt.toISOString(),
  lines: parcel.lines.map(({ sku, nameFr, quantity, restocked, writtenOff }) => ({
    ...{ sku, name: nameFr, quantity, restocked, writtenOff },
  })),
})
