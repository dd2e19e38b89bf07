import type { HttpContext } from '@adonisjs/core/http'
import { filtersOf } from '#app/platform/lists/filters_of'
import { DOCUMENT_TYPES, invoiceOf } from '#app/invoicing/invoice'
import { invoicePage } from '#app/invoicing/invoice_page'
import {
  invoiceFormValidator,
  invoiceListValidator,
  invoiceNumberValidator,
} from '#app/invoicing/invoice_validators'
import { invoicesQuery } from '#app/invoicing/invoices_query'
import { issueInvoice } from '#app/invoicing/issue_invoice'
import { actingStaff } from '#app/staff/acting_staff'

const LIMIT = 50

/** Invoices and credit notes: the list, and each of them on paper. */
export default class InvoicesController {
  async index({ request, view }: HttpContext) {
    const { cursor, ...asked } = await filtersOf(invoiceListValidator, request.qs())
    const { page, nextCursor } = await invoicesQuery(asked, LIMIT, cursor)
    const list = { invoices: page, asked, types: DOCUMENT_TYPES, nextCursor, cursor }
    return view.render('admin/invoices/index', list)
  }

  async show({ params, view, i18n }: HttpContext) {
    const { number } = await invoiceNumberValidator.validate(params)
    const invoice = await invoiceOf(number)
    const back = `/admin/orders/${invoice.orderNumber}`
    const ways = { back, pdf: `/admin/invoices/${invoice.number}/pdf` }
    return view.render('admin/invoices/print', invoicePage(invoice, i18n, ways))
  }

  async store(ctx: HttpContext) {
    const { orderNumber, ...buyer } = await ctx.request.validateUsing(invoiceFormValidator)
    const number = await issueInvoice(orderNumber, buyer, actingStaff(ctx))
    return ctx.response.seeOther(`/admin/invoices/${number}`)
  }
}
