import type { Shortfall } from '#app/inventory/reservations'
import type { KeptOrder } from '#app/orders/order_query'
import { Problem } from '#app/platform/http/problem'
import type { Parcel } from '#app/fulfilment/parcels_query'

const refused = (code: string, title: string, detail: string, extra?: Record<string, unknown>) =>
  new Problem({ status: 409, code, title, detail, extra })

export const notConfirmed = ({ number, state }: KeptOrder) =>
  refused(
    'order_not_confirmed',
    'This order is not ready to leave',
    `Order ${number} is ${state}. Only confirmed orders leave: confirm it first.`
  )

export const unpaid = ({ number, paymentMethod }: KeptOrder) =>
  refused(
    'order_unpaid',
    'This order is not paid',
    `Order ${number} is to be paid by ${paymentMethod} before it leaves. Wait for the money, or change how it is paid.`
  )

export const nothingLeft = ({ number }: KeptOrder) =>
  refused(
    'nothing_to_ship',
    'Nothing is left to ship',
    `So many pieces of order ${number} are not left. Read its parcels.`
  )

export const notOnHand = (missing: (Shortfall & { sku: string })[]) =>
  refused(
    'not_on_hand',
    'Not everything is there',
    'Some pieces are still awaited. Send the others now, with lines, or wait.',
    { lines: missing.map(({ sku, quantity, available }) => ({ sku, quantity, available })) }
  )

export const isOnItsWayBack = ({ number }: Parcel) =>
  refused(
    'parcel_on_its_way_back',
    'A parcel of this order is on its way back',
    `What is collected with the rest depends on parcel ${number}. Look at it when it is there, or tell that it was delivered, then send the rest.`
  )

export const parcelMovedOn = ({ number, state }: Parcel) =>
  refused(
    'parcel_moved_on',
    'That is not possible any more',
    `Parcel ${number} is ${state}. Read it again.`
  )
