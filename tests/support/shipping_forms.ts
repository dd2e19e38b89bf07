import { shortRemittance } from '#tests/support/differences'
import type { FilledForm } from '#tests/support/filled_form'
import { placedOrder } from '#tests/support/purchases'
import { confirmedOrder, newTracking, refusedParcel, sentParcel } from '#tests/support/shipments'
import { createStaff } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

async function filled(
  page: string,
  action: string,
  fields: Record<string, string> = {},
  file?: File
): Promise<FilledForm> {
  return { page, action, fields, file, browser: await loggedIn(await createStaff()) }
}

const SHIPMENTS = '/admin/shipments'
const packing = (number: string) => `${SHIPMENTS}/orders/${number}`

/** Forms about parcels and what couriers pay. */
export const shippingForms: Record<string, () => Promise<FilledForm>> = {
  '/admin/shipments/orders/:number': async () => {
    const { number } = await confirmedOrder()
    const page = packing(number)
    return filled(page, page, { carrier: 'Aramex', trackingNumber: newTracking() })
  },
  '/admin/shipments/orders/:number/handover': async () => {
    const { number } = await placedOrder()
    const page = packing(number)
    return filled(page, `${page}/handover`)
  },
  '/admin/shipments/:id/delivery': async () => {
    const { id, number } = await sentParcel()
    return filled(packing(number), `${SHIPMENTS}/${id}/delivery`)
  },
  '/admin/shipments/:id/refusal': async () => {
    const { id, number } = await sentParcel()
    return filled(packing(number), `${SHIPMENTS}/${id}/refusal`, { reason: 'absent' })
  },
  '/admin/shipments/:id/inspection': async () => {
    const { id, number } = await refusedParcel()
    return filled(packing(number), `${SHIPMENTS}/${id}/inspection`, { location: 'depot' })
  },
  '/admin/remittances': async () =>
    filled(
      '/admin/remittances',
      '/admin/remittances',
      { carrier: 'Aramex', document: newTracking() },
      new File(['tracking,amount\nX1,10.000\n'], 'bv.csv')
    ),
  '/admin/remittances/:id/lines/:lineId/acceptance': async () => {
    const { id, lineId } = await shortRemittance()
    const page = `/admin/remittances/${id}`
    return filled(page, `${page}/lines/${lineId}/acceptance`)
  },
  '/admin/orders/:number/calls': async () => {
    const { number } = await placedOrder()
    const page = `/admin/orders/${number}`
    return filled(page, `${page}/calls`, { outcome: 'no_answer' })
  },
}
