import type { I18n } from '@adonisjs/i18n'
import env from '#start/env'
import { appUrl, storefrontUrl } from '#config/app'
import { parcelsOfOrder } from '#app/fulfilment/parcels_query'
import { invoiceNumberOfBuyer } from '#app/invoicing/invoice_of_buyer'
import { orderToken } from '#app/orders/buyers/order_token'
import { whatFollows } from '#app/orders/buyers/what_follows'
import { isCancelledUnpaid } from '#app/orders/changing/reopen_order'
import { methodTextOf } from '#app/orders/desk/method_text'
import type { KeptOrder } from '#app/orders/order_query'
import { COUNTER } from '#app/payments/by_hand/counter'
import { isBeingVerified, mayRetry } from '#app/payments/intents/return_page'
import { type Payment, paymentsOfOrder } from '#app/payments/payment'
import { isOnline } from '#app/payments/payment_methods'
import { PICKUP } from '#app/shipping/shipping_options_query'
import { shownPhone } from '#app/tunisia/phone'
import { whatsAppLink } from '#app/tunisia/whatsapp_link'

/** What the page of an order shows its buyer, in the language of the page. */
export async function orderPage(order: KeptOrder, i18n: I18n) {
  const [parcels, payments, invoice] = await Promise.all([
    parcelsOfOrder(order.id),
    paymentsOfOrder(order.id),
    invoiceNumberOfBuyer(order.id),
  ])
  const payment = payments.findLast(({ isAside }) => !isAside)
  return {
    ...{
      order,
      parcels,
      invoice,
      invoiceAt: invoiceAddress(order.number),
      shownPhone,
      counter: COUNTER,
      standing: standingOf(order),
    },
    follows: whatFollows(order, i18n),
    method: methodTextOf(order.paymentMethod, order.shippingOption),
    payAt: payment && (await isStillPaid(order, payment)) ? `/payments/${payment.publicId}` : null,
    payBefore: order.paymentState === 'due' ? (payment?.expiresAt ?? null) : null,
    isCollected: order.shippingOption === PICKUP,
    canCancel: order.state === 'placed',
    contacts: contactsOf(order, i18n),
  }
}

const invoiceAddress = (number: string) =>
  `/api/v1/orders/${number}/invoice.pdf?token=${encodeURIComponent(orderToken(number))}`

/** Where an order is for who waits for it, and since when. */
function standingOf({ state, deliveryState, shippingOption, shipments, stateSince }: KeptOrder) {
  if (deliveryState === 'returned') return { is: 'returned', since: stateSince }
  if (state === 'completed') {
    return { is: shippingOption === PICKUP ? 'collected' : 'delivered', since: stateSince }
  }
  const left = shipments?.at(-1)
  if (state === 'cancelled' || !left) return { is: state, since: stateSince }
  const is = deliveryState === 'shipped' ? 'shipped' : 'partly_shipped'
  return { is, since: new Date(left.shippedAt) }
}

/** Whether its payment has a page where something may still be done about it. */
async function isStillPaid(order: KeptOrder, payment: Payment): Promise<boolean> {
  if (!isOnline(payment.method) || !(isBeingVerified(payment) || mayRetry(payment))) return false
  return order.state !== 'cancelled' || isCancelledUnpaid(order)
}

/** How the shop is reached, as far as its settings tell. */
function contactsOf({ number }: KeptOrder, i18n: I18n) {
  const whatsApp = env.get('WHATSAPP_NUMBER')
  return {
    address: env.get('SELLER_ADDRESS') ?? null,
    phone: env.get('SELLER_PHONE') ?? null,
    whatsApp: whatsApp
      ? whatsAppLink(whatsApp, i18n.t('order_page.whatsapp_text', { number }))
      : null,
    shop: storefrontUrl() === appUrl ? null : storefrontUrl(),
  }
}
