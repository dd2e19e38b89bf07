import { sql } from '#app/platform/database/sql'
import { defineJob } from '#app/platform/jobs/job'
import { carryOutRefund } from '#app/payments/refunds/carry_out_refund'

/** Pays back at a gateway; one refund of a payment after the other. */
export const refundJob = defineJob<{ id: number }>({
  name: 'payments.refund',
  options: { queueing: 'one per key', attempts: 8, firstPauseSeconds: 5 },
  handle: ({ data }) => carryOutRefund(data.id),
  leftovers: async () => {
    const rows = await sql<{ id: number; key: string }>(
      `select min(id)::bigint as id, payment_id::text as key from refunds
       where state in ('requested', 'unknown') and created_at < now() - interval '1 minute'
       group by payment_id limit 200`
    )
    return rows.map(({ id, key }) => ({ key, data: { id } }))
  },
})
