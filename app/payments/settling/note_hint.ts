import db from '@adonisjs/lucid/services/db'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { enqueue } from '#app/platform/jobs/enqueue'
import { checkJob } from '#app/payments/settling/check_job'
import type { OnlineMethod, RawHint } from '#app/payments/gateways/gateway'
import { gatewayOf } from '#app/payments/gateways/gateways'
import { paymentAtGateway } from '#app/payments/payment'

/**
 * Takes what a gateway says as a reason to look, never as a fact: it is kept, and the look is a job of the
 * same commit, so the gateway gets its answer at once. Throws 400 or 401 for what the gateway cannot have
 * sent, 404 for payments that are not ours and for gateways that are off.
 */
export async function noteHint(method: OnlineMethod, raw: RawHint): Promise<void> {
  const gateway = gatewayOf(method)
  if (!gateway) throw notFound('gateway')
  const hint = gateway.readHint(raw)
  const payment = await paymentAtGateway(method, hint)
  if (!payment) throw notFound('payment')
  await db.transaction(async (trx) => {
    const [news] = await sql<{ times: number }>(
      `insert into payment_hints as h (provider, event_id, payment_id) values ($1, $2, $3)
       on conflict (provider, event_id) do update set times = h.times + 1, received_at = now()
       -- Told again in the same breath: somebody looks already.
       where h.received_at < now() - interval '2 seconds' returning times`,
      [method, hint.eventId, payment.id],
      trx
    )
    // Behind a name that was told before there may be something new, until the money is there.
    if (news && (news.times === 1 || payment.captured === 0)) {
      await enqueue(checkJob, { id: payment.id, check: null }, { trx })
    }
  })
}
