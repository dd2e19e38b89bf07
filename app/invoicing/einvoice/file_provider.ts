import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { storagePath } from '#app/platform/files/storage'
import type { Invoice } from '#app/invoicing/invoice'
import type { EInvoiceProvider } from '#app/invoicing/einvoice/einvoice_provider'
import { invoiceAnswer } from '#app/invoicing/invoice_transformer'

/** Keeps each document as one JSON file, as the API tells it: `storage/invoices/2026/FAC-2026-000123.json`. */
export const fileProvider: EInvoiceProvider = {
  name: 'file',
  async submit(invoice) {
    const path = pathOf(invoice)
    await mkdir(dirname(path), { recursive: true })
    // Whoever reads the folder never sees half a file.
    await writeFile(`${path}.part`, `${JSON.stringify(frozen(invoice), null, 2)}\n`)
    await rename(`${path}.part`, path)
  },
}

/** Where the file of a document is. */
export const pathOf = ({ number, issuedOn }: Pick<Invoice, 'number' | 'issuedOn'>) =>
  storagePath('invoices', issuedOn.slice(0, 4), `${number}.json`)

/** What was credited since is not of the document. */
const frozen = (invoice: Invoice) => ({ ...invoiceAnswer(invoice), credited: undefined })
