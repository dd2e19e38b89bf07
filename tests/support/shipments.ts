import { randomUUID } from 'node:crypto'
import { confirmOrder } from '#app/orders/desk/change_order_by_staff'
import { dispatchParcel } from '#app/fulfilment/dispatch_parcel'
import { refuseParcel } from '#app/fulfilment/follow_parcel'
import { complete, orderIn, placedOrder, readyCheckout } from '#tests/support/purchases'
import { TESTING } from '#tests/support/staff'

let serial = 0

export const newTracking = () => `TN${Date.now()}${++serial}`

/** An order that was confirmed: of one piece of some product, or of these. */
export async function confirmedOrder(items?: { sku: string; quantity: number }[]) {
  const order = items
    ? orderIn(await complete(await readyCheckout(items), randomUUID()))
    : await placedOrder()
  await confirmOrder(order.number, TESTING)
  return order
}

/** A parcel with all of such an order, on its way with Aramex. */
export async function sentParcel(items?: { sku: string; quantity: number }[]) {
  const { number } = await confirmedOrder(items)
  const trackingNumber = newTracking()
  const id = await dispatchParcel(
    { orderNumber: number, carrier: 'Aramex', trackingNumber },
    TESTING
  )
  return { id, number, trackingNumber }
}

export async function refusedParcel() {
  const parcel = await sentParcel()
  await refuseParcel(parcel.id, 'client absent', TESTING)
  return parcel
}
