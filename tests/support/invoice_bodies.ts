import { randomUUID } from 'node:crypto'
import type { AcceptedBody } from '#tests/support/accepted_bodies'
import { invoicedOrder, knowSeller } from '#tests/support/invoices'
import { sentParcel } from '#tests/support/shipments'

const INVOICES = '/api/admin/invoices'

/** Bodies that are accepted by the API of invoices. */
export const invoiceBodies: Record<string, () => Promise<AcceptedBody>> = {
  [`post ${INVOICES}`]: async () => {
    knowSeller()
    const { number } = await sentParcel()
    return { url: INVOICES, body: { orderNumber: number, buyer: { name: 'Garage Amel' } } }
  },
  [`post ${INVOICES}/{number}/credit-notes`]: async () => {
    const { number } = await invoicedOrder()
    return {
      url: `${INVOICES}/${number}/credit-notes`,
      body: { reason: 'retour' },
      headers: { 'idempotency-key': randomUUID() },
    }
  },
}
