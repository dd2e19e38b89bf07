import { randomUUID } from 'node:crypto'
import type { FilledForm } from '#tests/support/filled_form'
import { invoicedOrder, knowSeller } from '#tests/support/invoices'
import { sentParcel } from '#tests/support/shipments'
import { createStaff } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

const filled = async (
  order: string,
  action: string,
  fields: Record<string, string>
): Promise<FilledForm> => ({
  ...{ page: `/admin/orders/${order}`, action, fields },
  browser: await loggedIn(await createStaff()),
})

/** Forms that issue invoices and credit notes. */
export const invoiceForms: Record<string, () => Promise<FilledForm>> = {
  '/admin/invoices': async () => {
    knowSeller()
    const { number } = await sentParcel()
    return filled(number, '/admin/invoices', { orderNumber: number, name: 'Garage Amel' })
  },
  '/admin/invoices/:number/credit-notes': async () => {
    const { number, orderNumber } = await invoicedOrder()
    const fields = { reason: 'retour', key: randomUUID() }
    return filled(orderNumber, `/admin/invoices/${number}/credit-notes`, fields)
  },
}
