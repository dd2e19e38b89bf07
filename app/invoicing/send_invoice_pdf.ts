import type { HttpContext } from '@adonisjs/core/http'
import type { Invoice } from '#app/invoicing/invoice'
import { invoicePdf } from '#app/invoicing/invoice_pdf'

/** Sends a document as a PDF that opens in the browser and is saved under its number. */
export async function sendInvoicePdf({ response }: HttpContext, invoice: Invoice) {
  const bytes = await invoicePdf(invoice)
  response.header('Content-Type', 'application/pdf')
  response.header('Content-Disposition', `inline; filename="${invoice.number}.pdf"`)
  return response.send(bytes)
}
