import type { Invoice } from '#app/invoicing/invoice'
import { fileProvider } from '#app/invoicing/einvoice/file_provider'

/** Where invoices go that have been issued: a platform of the state, or for the time being a folder. */
export interface EInvoiceProvider {
  readonly name: string
  /** Hands a document over. May be called again with the same one: then nothing changes. */
  submit(invoice: Invoice): Promise<void>
}

/** Who takes electronic invoices. */
export const einvoiceProvider: EInvoiceProvider = fileProvider
