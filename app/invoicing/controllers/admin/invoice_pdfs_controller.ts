import type { HttpContext } from '@adonisjs/core/http'
import { invoiceOf } from '#app/invoicing/invoice'
import { invoiceNumberValidator } from '#app/invoicing/invoice_validators'
import { sendInvoicePdf } from '#app/invoicing/send_invoice_pdf'

/** Invoices and credit notes as files, for pages and programs alike. */
export default class InvoicePdfsController {
  async show(ctx: HttpContext) {
    const { number } = await invoiceNumberValidator.validate(ctx.params)
    return sendInvoicePdf(ctx, await invoiceOf(number))
  }
}
