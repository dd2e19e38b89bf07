import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { enqueue } from '#app/platform/jobs/enqueue'
import { checkJob } from '#app/payments/settling/check_job'
import { type Payment, paymentById } from '#app/payments/payment'
import type { PaymentState } from '#app/payments/payment_state'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** How long to wait for the next look, in milliseconds: half as long again as the state lasts so far. */
const PACE: Partial<Record<PaymentState, { least: number; most: number }>> = {
  redirected: { least: 30 * SECOND, most: 10 * MINUTE },
  authorised: { least: 30 * SECOND, most: 10 * MINUTE },
  unknown: { least: 5 * SECOND, most: 2 * MINUTE },
  // What was given up may still be paid, as long as its page is somewhere open.
  failed: { least: 5 * MINUTE, most: 6 * HOUR },
  void: { least: 5 * MINUTE, most: 6 * HOUR },
}
const GIVEN_UP_AFTER = 24 * HOUR

/** Sees to it that a payment is looked at again, as part of `trx`, for as long as something may come. */
export async function planCheck(id: number, trx: TransactionClientContract): Promise<void> {
  const payment = await paymentById(id, trx)
  const pause = pauseOf(payment)
  const after = pause === undefined ? undefined : new Date(Date.now() + pause)
  const check = payment.checks + 1
  await sql(
    'update payments set checks = $2, next_check_at = $3 where id = $1',
    [id, check, after ?? null],
    trx
  )
  if (after) await enqueue(checkJob, { id, check }, { trx, after })
}

/** Spread, so that those of one moment do not all ask at once. */
function pauseOf({ state, stateSince, expiresAt, ...payment }: Payment): number | undefined {
  const pace = PACE[state]
  const age = Math.max(0, Date.now() - stateSince.getTime())
  const isGivenUp = (state === 'failed' || state === 'void') && age > GIVEN_UP_AFTER
  if (!pace || !payment.gatewayRef || payment.decision || isGivenUp) return undefined
  const pause = Math.min(pace.most, Math.max(pace.least, age / 2)) * (0.9 + Math.random() * 0.2)
  // The moment its page closes is one to look at.
  const left = state === 'redirected' && expiresAt ? expiresAt.getTime() - Date.now() : 0
  return left > 0 ? Math.min(pause, left + 2 * SECOND) : pause
}
