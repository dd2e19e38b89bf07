import { defineJob } from '#app/platform/jobs/job'
import { paymentById } from '#app/payments/payment'
import { settle } from '#app/payments/settling/settle'

/** A payment to be looked at. `check` is how often it was before; null: look at it in any case. */
type Check = { id: number; check: number | null }

/** Looks at a payment at its gateway. One that somebody has looked at meanwhile has another job waiting. */
export const checkJob = defineJob<Check>({
  name: 'payments.check',
  options: { concurrency: 4, attempts: 3 },
  async handle({ data: { id, check } }) {
    const payment = await paymentById(id)
    if (payment && (check === null || payment.checks === check)) await settle(payment)
  },
})
