import { randomUUID } from 'node:crypto'
import { sql } from '#app/platform/database/sql'
import type { States } from '#app/orders/order_state'
import { invoiceOf, invoicesOfOrder, isStanding } from '#app/invoicing/invoice'
import { isDoubtful } from '#app/invoicing/tax_id'
import { isInvoiceable } from '#app/invoicing/issue_invoice'
import { knownSeller } from '#app/invoicing/seller'

/** What the page of an order shows of its invoices, and what can be issued. */
export async function invoicePanel(orderId: number) {
  const [states] = await sql<States>(
    `select state, payment_state as "paymentState", delivery_state as "deliveryState" from orders where id = $1`,
    [orderId]
  )
  const invoices = await invoicesOfOrder(orderId)
  const standing = invoices.find(isStanding)
  return {
    invoices,
    isDoubtful,
    hasSeller: knownSeller() !== undefined,
    canIssue: !standing && isInvoiceable(states),
    standing: standing && (await invoiceOf(standing.number)),
    // A form that is sent twice is one wish.
    key: randomUUID(),
  }
}
