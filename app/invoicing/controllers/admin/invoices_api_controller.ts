import type { HttpContext } from '@adonisjs/core/http'
import { invoiceOf } from '#app/invoicing/invoice'
import { invoiceAnswer, invoiceItemAnswer } from '#app/invoicing/invoice_transformer'
import {
  invoiceListValidator,
  invoiceNumberValidator,
  invoiceValidator,
} from '#app/invoicing/invoice_validators'
import { invoicesQuery } from '#app/invoicing/invoices_query'
import { issueInvoice } from '#app/invoicing/issue_invoice'
import { ROWS } from '#app/platform/lists/rows'
import { actingStaff } from '#app/staff/acting_staff'

export default class InvoicesApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, cursor, ...asked } = await invoiceListValidator.validate(request.qs())
    const { page, nextCursor } = await invoicesQuery(asked, limit, cursor)
    return { data: page.map(invoiceItemAnswer), meta: { limit, nextCursor } }
  }

  async show({ params }: HttpContext) {
    const { number } = await invoiceNumberValidator.validate(params)
    return { data: invoiceAnswer(await invoiceOf(number)) }
  }

  async store(ctx: HttpContext) {
    const { orderNumber, buyer = {} } = await invoiceValidator.validate(ctx.request.body())
    const number = await issueInvoice(orderNumber, buyer, actingStaff(ctx))
    return ctx.response.created({ data: invoiceAnswer(await invoiceOf(number)) })
  }
}
