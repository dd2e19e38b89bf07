import type { HttpContext } from '@adonisjs/core/http'
import { sendInvoicePdf } from '#app/invoicing/send_invoice_pdf'
import { printableInvoice } from '#app/quotes/printable_sale'
import { quoteNumberValidator } from '#app/quotes/quote_validators'

export default class CounterInvoicePdfsController {
  async show(ctx: HttpContext) {
    const { number } = await quoteNumberValidator.validate(ctx.params)
    return sendInvoicePdf(ctx, await printableInvoice(ctx, number))
  }
}
