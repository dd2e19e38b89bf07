import type { Shortfall } from '#app/inventory/reservations'
import { missingOf } from '#app/inventory/stock_refusals'
import type { OrderLine } from '#app/orders/order_event'
import { Problem } from '#app/platform/http/problem'

export const orderPaid = (number: string) =>
  new Problem({
    status: 409,
    code: 'order_paid',
    title: 'Nothing is owed',
    detail: `Order ${number} is paid. Nothing is to be paid any more.`,
  })

export const orderCancelled = (number: string) =>
  new Problem({
    status: 409,
    code: 'order_cancelled',
    title: 'The order is cancelled',
    detail: `Order ${number} is cancelled. Place a new one.`,
  })

/** Money may be on its way: until that is known, nobody is asked to pay a second time. */
export const paymentUnderWay = () =>
  new Problem({
    status: 409,
    code: 'payment_under_way',
    title: 'A payment is being verified',
    detail: 'Do not pay again. Read the payment until its state is known, then try again.',
    headers: { 'Retry-After': '5' },
  })

/** Another way that takes effect before its money has come is the buyer's to choose. */
export const orderTokenNeeded = () =>
  new Problem({
    status: 409,
    code: 'order_token_needed',
    title: 'Only the buyer may choose this',
    detail: 'Send the token of the order, or log in as the customer who placed it.',
  })

export const tooManyAttempts = () =>
  new Problem({
    status: 409,
    code: 'too_many_attempts',
    title: 'Too many attempts to pay',
    detail: 'Call the shop: it helps to pay this order.',
  })

/** What an order that comes back would need, and is gone. */
export const piecesGone = (missing: Shortfall[], lines: OrderLine[]) =>
  missingOf(
    missing,
    lines,
    'The order was not paid in time, and its pieces were sold. Place a new order.'
  )
