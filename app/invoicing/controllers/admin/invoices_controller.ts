import type { HttpContext } from '@adonisjs/core/http'
import { scaled } from '#app/money/rounding'
import { filtersOf } from '#app/platform/lists/filters_of'
import { amountInArabic } from '#app/invoicing/amount_in_arabic'
import { amountInWords } from '#app/invoicing/amount_in_words'
import { DOCUMENT_TYPES, invoiceOf } from '#app/invoicing/invoice'
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
    const inWords = i18n.locale === 'ar' ? amountInArabic : amountInWords
    const words = inWords(invoice.total)
    return view.render('admin/invoices/print', { invoice, words, netOf: scaled })
  }

  async store(ctx: HttpContext) {
    const { orderNumber, ...buyer } = await ctx.request.validateUsing(invoiceFormValidator)
    const number = await issueInvoice(orderNumber, buyer, actingStaff(ctx))
    return ctx.response.redirect().status(303).toPath(`/admin/invoices/${number}`)
  }
}
