import type { AcceptedBody } from '#tests/support/accepted_bodies'
import { placedOrder } from '#tests/support/purchases'
import { confirmedOrder, newTracking, refusedParcel, sentParcel } from '#tests/support/shipments'

/** Bodies that are accepted by the API of fulfilment. */
export const shippingBodies: Record<string, () => Promise<AcceptedBody>> = {
  'post /api/admin/shipments': async () => {
    const { number } = await confirmedOrder()
    const body = { orderNumber: number, carrier: 'Aramex', trackingNumber: newTracking() }
    return { url: '/api/admin/shipments', body }
  },
  'post /api/admin/shipments/{id}/refusal': async () => {
    const { id } = await sentParcel()
    return { url: `/api/admin/shipments/${id}/refusal`, body: { reason: 'absent' } }
  },
  'post /api/admin/shipments/{id}/inspection': async () => {
    const { id } = await refusedParcel()
    return { url: `/api/admin/shipments/${id}/inspection`, body: { location: 'depot' } }
  },
  'post /api/admin/remittances': async () => ({
    url: '/api/admin/remittances',
    body: {
      ...{ carrier: 'Aramex', document: newTracking() },
      file: new File(['tracking,amount\nX1,10.000\n'], 'bv.csv'),
    },
  }),
  'post /api/admin/orders/{number}/calls': async () => {
    const { number } = await placedOrder()
    return { url: `/api/admin/orders/${number}/calls`, body: { outcome: 'no_answer' } }
  },
}
