import type { HttpContext } from '@adonisjs/core/http'
import { invoicePage } from '#app/invoicing/invoice_page'
import { issueInvoice } from '#app/invoicing/issue_invoice'
import { buyerFormValidator } from '#app/invoicing/invoice_validators'
import { printableInvoice, printableSale, saleAddress } from '#app/quotes/printable_sale'
import { quoteNumberValidator } from '#app/quotes/quote_validators'
import { actingStaff } from '#app/staff/acting_staff'

/** The invoice of a sale at the counter, for whoever has sold. */
export default class CounterInvoicesController {
  async show(ctx: HttpContext) {
    const { number } = await quoteNumberValidator.validate(ctx.params)
    const invoice = await printableInvoice(ctx, number)
    const back = saleAddress(number)
    const page = invoicePage(invoice, ctx.i18n, { back, pdf: `${back}/invoice/pdf` })
    return ctx.view.render('admin/invoices/print', page)
  }

  /** Pressing twice prints the same one. */
  async store(ctx: HttpContext) {
    const { number } = await quoteNumberValidator.validate(ctx.params)
    const buyer = await ctx.request.validateUsing(buyerFormValidator)
    const { invoice } = await printableSale(ctx, number)
    if (!invoice) await issueInvoice(number, buyer, actingStaff(ctx))
    return ctx.response.seeOther(`${saleAddress(number)}/invoice`)
  }
}
