import type { HttpContext } from '@adonisjs/core/http'
import { creditNoteFormValidator, invoiceNumberValidator } from '#app/invoicing/invoice_validators'
import { invoiceOf } from '#app/invoicing/invoice'
import { issueCreditNote } from '#app/invoicing/issue_credit_note'
import { actingStaff } from '#app/staff/acting_staff'

export default class CreditNotesController {
  async store(ctx: HttpContext) {
    const { number } = await invoiceNumberValidator.validate(ctx.params)
    const { lines = [], ...wish } = await ctx.request.validateUsing(creditNoteFormValidator)
    const chosen = lines.flatMap(({ sku, quantity = 0 }) => (quantity ? [{ sku, quantity }] : []))
    await issueCreditNote(number, { ...wish, lines: chosen }, actingStaff(ctx))
    ctx.session.flash('done', 'invoices.is_credited')
    const { orderNumber } = await invoiceOf(number)
    return ctx.response.seeOther(`/admin/orders/${orderNumber}`)
  }
}
