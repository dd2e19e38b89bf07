import { randomUUID } from 'node:crypto'
import type { I18n } from '@adonisjs/i18n'
import { ageOf } from '#app/orders/desk/age_of'
import { isUndecided, mayAccept } from '#app/payments/by_hand/decide_payment'
import { paymentEntries } from '#app/payments/desk/payment_entries'
import { type Payment, paymentsOfOrder } from '#app/payments/payment'
import { isOnline } from '#app/payments/payment_methods'
import { stateTextOf } from '#app/payments/desk/payment_texts'
import { TONES } from '#app/payments/desk/payment_tones'
import { refundsOf } from '#app/payments/refunds/refund'
import { canRefund, leftBeside } from '#app/payments/refunds/request_refund'

/** What the page of an order shows about its money: every attempt, what can be done, what has happened. */
export async function paymentPanel(orderId: number, i18n: I18n) {
  const payments = await paymentsOfOrder(orderId)
  const shown = await Promise.all(payments.map(shownPayment))
  const entries = await paymentEntries(orderId, i18n)
  return { payments: shown.toReversed(), entries, tones: TONES, ageOf, stateOf: stateTextOf }
}

async function shownPayment(payment: Payment) {
  const refunds = await refundsOf(payment.id)
  return {
    ...payment,
    refunds,
    left: leftBeside(payment, refunds),
    isAutomatic: canRefund(payment),
    canCheck: isOnline(payment.method) && payment.gatewayRef !== null,
    canDecide: isUndecided(payment),
    canAccept: mayAccept(payment),
    canReceive: payment.method === 'transfer' && payment.state === 'created',
    // A form that is sent twice is one wish.
    key: randomUUID(),
  }
}
