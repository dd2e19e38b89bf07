import db from '@adonisjs/lucid/services/db'
import { sql } from '#app/platform/database/sql'
import { SHOP } from '#app/orders/shop_actor'
import { type Gateway, GatewayRefused } from '#app/payments/gateways/gateway'
import { lockedPayment, type Payment, paymentById } from '#app/payments/payment'
import { gatewayBehind } from '#app/payments/payment_methods'
import { completeRefund } from '#app/payments/refunds/complete_refund'
import { type Refund, refundById } from '#app/payments/refunds/refund'

/**
 * Has a gateway pay back what was asked for. Before it is asked, it is read: what it has paid back
 * already, though its answer was lost, is not paid back twice. A refusal leaves the work to people. Throws
 * when the gateway does not answer: to be tried again.
 */
export async function carryOutRefund(id: number): Promise<void> {
  const refund = await refundById(id)
  if (!refund || !['requested', 'unknown'].includes(refund.state)) return
  const payment = await paymentById(refund.paymentId)
  const gateway = gatewayBehind(payment.method)
  if (!gateway?.refund) return leaveToPeople(refund, 'gateway_refused')
  try {
    if (!(await isPaidBack(payment, refund, gateway))) {
      await markUnknown(refund)
      await gateway.refund(payment.gatewayRef!, refund.amount, refund.publicId)
    }
  } catch (error) {
    if (error instanceof GatewayRefused) return leaveToPeople(refund, error.told)
    throw error
  }
  await db.transaction(async (trx) => {
    const current = await lockedPayment(payment.id, trx)
    await completeRefund(current, id, { actor: SHOP }, trx)
  })
}

/** Only what was asked for before may have been done. */
async function isPaidBack(payment: Payment, { state, amount }: Refund, gateway: Gateway) {
  if (state === 'requested') return false
  const { refunded } = await gateway.read(payment.gatewayRef!)
  return refunded >= payment.refunded + amount
}

/** Before the gateway is asked: from here on it may have been done. */
async function markUnknown({ id }: Refund) {
  await sql(`update refunds set state = 'unknown' where id = $1 and state = 'requested'`, [id])
}

async function leaveToPeople({ id }: Refund, failure: string) {
  await sql(
    `update refunds set state = 'by_hand', failure = $2 where id = $1 and state in ('requested', 'unknown')`,
    [id, failure]
  )
}
