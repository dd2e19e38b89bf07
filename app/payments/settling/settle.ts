import logger from '@adonisjs/core/services/logger'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { inTransaction } from '#app/platform/database/again'
import { sql } from '#app/platform/database/sql'
import { SHOP } from '#app/orders/shop_actor'
import { capture } from '#app/payments/settling/capture'
import type { Reading } from '#app/payments/gateways/gateway'
import { judgeReading } from '#app/payments/settling/judge_reading'
import { loseAttempt } from '#app/payments/settling/lose_attempt'
import {
  lockedPayment,
  movePayment,
  notePayment,
  type Payment,
  paymentById,
} from '#app/payments/payment'
import { gatewayBehind } from '#app/payments/payment_methods'
import { planCheck } from '#app/payments/settling/plan_check'
import { followRefunds } from '#app/payments/refunds/follow_refunds'

/**
 * Brings a payment in line with its gateway: the one way in which money gets known. Hints, the buyer who
 * comes back and the clock all end here, at the same moment or again; each looks at the gateway itself,
 * and the first one to see something new writes it down. Returns the payment as it then is.
 */
export async function settle(payment: Payment): Promise<Payment> {
  const gateway = gatewayBehind(payment.method)
  if (!gateway || !payment.gatewayRef) return payment
  const reading = await read(payment, () => gateway.read(payment.gatewayRef!))
  await inTransaction(async (trx) => {
    const current = await lockedPayment(payment.id, trx)
    await follow(current, reading, trx)
    await planCheck(payment.id, trx)
  })
  return paymentById(payment.id)
}

/** What the gateway says; undefined when it says nothing, which says nothing of the money. */
async function read(payment: Payment, ask: () => Promise<Reading>): Promise<Reading | undefined> {
  try {
    return await ask()
  } catch (error) {
    logger.warn({ err: error, payment: payment.publicId }, 'a gateway did not tell of a payment')
    return undefined
  }
}

async function follow(
  payment: Payment,
  reading: Reading | undefined,
  trx: TransactionClientContract
) {
  const { to, alert, failure } = judgeReading(payment, reading)
  if (alert && alert !== payment.alert) await raise(payment, alert, reading!, trx)
  if (!to || to === payment.state) return reading && followRefunds(payment, reading, trx)
  if (to === 'paid') await capture(payment, { actor: SHOP }, trx)
  else if (to === 'failed') await loseAttempt(payment, failure!, trx)
  else await movePayment(payment, to, { alert: alert ?? null, actor: SHOP }, trx)
  if (reading) await followRefunds(await paymentById(payment.id, trx), reading, trx)
}

/** Money that does not fit is somebody's, and nobody's yet: people have to look. */
async function raise(
  payment: Payment,
  alert: NonNullable<Payment['alert']>,
  { amount, currency, reference }: Reading,
  trx: TransactionClientContract
) {
  logger.error({ payment: payment.publicId, alert, amount, currency, reference }, alert)
  await sql('update payments set alert = $2 where id = $1', [payment.id, alert], trx)
  await notePayment(payment.id, alert, { amount, currency, reference }, SHOP, trx)
}
