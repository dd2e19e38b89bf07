import { listen } from '#app/platform/events/listener'
import { invoiceOf } from '#app/invoicing/invoice'
import { einvoiceProvider } from '#app/invoicing/einvoice/einvoice_provider'

/** After a document is there for all to see it is handed over; again, when that was interrupted. */
export const handOverInvoice = listen({
  name: 'invoicing.hand_over_invoice',
  types: ['invoice.issued', 'credit_note.issued'],
  handle: async ({ aggregateId }) => einvoiceProvider.submit(await invoiceOf(String(aggregateId))),
})
