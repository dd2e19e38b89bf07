import db from '@adonisjs/lucid/services/db'
import { sql } from '#app/platform/database/sql'
import { sqlWords } from '#app/platform/database/sql_words'
import { enqueue } from '#app/platform/jobs/enqueue'
import { defineTask } from '#app/platform/schedule/task'
import { lockedOrder } from '#app/orders/order_query'
import { checkJob } from '#app/payments/settling/check_job'
import { cancelIfUnpaid, loseAttempt } from '#app/payments/settling/lose_attempt'
import { lockedPayment } from '#app/payments/payment'
import { OPEN_STATES } from '#app/payments/payment_state'

/** So many at a time; the next minute takes the next ones. */
const BATCH = 200

/** Ends what nobody will pay any more, and looks at payments whose next look was lost. */
export async function expirePayments(): Promise<void> {
  await lookAgain()
  await loseWaiting()
  await cancelUnpaid()
}

/** Their job is gone, with a database of jobs that was emptied or a queue that was full. */
async function lookAgain() {
  const lost = await sql<{ id: number }>(
    `select id from payments where next_check_at < now() - interval '2 minutes' order by next_check_at limit ${BATCH}`
  )
  for (const { id } of lost) await enqueue(checkJob, { id, check: null })
}

/** Transfers that did not come in time, and attempts whose page nobody went on to ask for. */
async function loseWaiting() {
  const late = await sql<{ id: number; failure: string }>(
    `select id, case when method = 'transfer' then 'expired' else 'interrupted' end as failure from payments
     where state = 'created' and method <> 'cod' and expires_at < now() limit ${BATCH}`
  )
  for (const { id, failure } of late) {
    await db.transaction(async (trx) => loseAttempt(await lockedPayment(id, trx), failure, trx))
  }
}

/** Orders whose gateway made no page, when nobody has tried another way in time. */
async function cancelUnpaid() {
  const unpaid = await sql<{ number: string }>(
    `select o.number from payments p join orders o on o.id = p.order_id
     where p.state = 'failed' and p.expires_at < now() and o.state in ('placed', 'confirmed')
       and o.payment_state = 'due' and o.delivery_state = 'pending'
       and not exists (select from payments q where q.order_id = p.order_id and (q.id > p.id
         or q.state in (${sqlWords(OPEN_STATES)})))
     limit ${BATCH}`
  )
  for (const { number } of unpaid) {
    await db.transaction(async (trx) => {
      await lockedOrder(number, trx)
      await cancelIfUnpaid(number, trx)
    })
  }
}

defineTask({
  name: 'payments',
  cron: '* * * * *',
  handle: expirePayments,
})
