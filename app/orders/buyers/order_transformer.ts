import { money } from '#app/money/money'
import { inLocale, type Locale } from '#app/platform/http/locale'
import { delegationName } from '#app/tunisia/place_names'
import type { OwnOrder } from '#app/orders/buyers/customer_orders_query'
import type { Contact } from '#app/orders/placing/place_order'
import type { Shipment } from '#app/orders/order_query'
import type { Order } from '#app/orders/order_state'

/** An order as anybody who knows it may see it: nothing of whom it is for. */
export function orderAnswer(
  order: Order & { number: string; shipments?: Shipment[] | null },
  locale: Locale
) {
  return {
    number: order.number,
    state: order.state,
    paymentState: order.paymentState,
    deliveryState: order.deliveryState,
    paymentMethod: order.paymentMethod,
    placedAt: order.placedAt.toISOString(),
    items: order.lines.map((line) => ({
      sku: line.sku,
      name: inLocale(locale, line.nameFr, line.nameAr),
      quantity: line.quantity,
      unitPrice: money(line.unitPrice),
      lineTotal: money(line.lineTotal),
      discount: money(line.discount),
    })),
    totals: {
      subtotal: money(order.subtotal),
      discount: money(order.discount),
      shipping: money(order.shipping),
      tax: money(order.tax),
      total: money(order.total),
    },
    shippingOption: order.shippingOption,
    governorate: order.governorate,
    shipments: (order.shipments ?? []).map(({ carrier, trackingNumber, shippedAt }) => ({
      ...{ carrier, trackingNumber, shippedAt: new Date(shippedAt).toISOString() },
    })),
  }
}

/** An order among those of a customer. */
export const ownOrderAnswer = (order: OwnOrder) => ({
  number: order.number,
  state: order.state,
  paymentState: order.paymentState,
  deliveryState: order.deliveryState,
  paymentMethod: order.paymentMethod,
  pieces: order.pieces,
  total: money(order.total),
  placedAt: order.placedAt.toISOString(),
})

/** Whom an order to a governorate is for, for those who may know. */
export const contactAnswer = (contact: Contact | null, governorate: string, locale: Locale) =>
  contact && {
    fullName: contact.fullName,
    phone: contact.phone,
    email: contact.email,
    delegation: delegationName(contact.delegation, governorate, locale),
    address: contact.address,
    postalCode: contact.postalCode,
    notes: contact.notes,
    isWalkIn: contact.isWalkIn ?? false,
  }
