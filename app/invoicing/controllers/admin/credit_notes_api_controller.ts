import type { HttpContext } from '@adonisjs/core/http'
import { answerOnce } from '#app/platform/idempotency/answer_once'
import { invoiceAnswer } from '#app/invoicing/invoice_transformer'
import { creditNoteValidator, invoiceNumberValidator } from '#app/invoicing/invoice_validators'
import { issueCreditNote } from '#app/invoicing/issue_credit_note'
import { actingStaff } from '#app/staff/acting_staff'

export default class CreditNotesApiController {
  async store(ctx: HttpContext) {
    const { number } = await invoiceNumberValidator.validate(ctx.params)
    const input = await creditNoteValidator.validate(ctx.request.body())
    const acting = actingStaff(ctx)
    const scope = `invoices.credit_notes:${number}:${acting.actor}`
    return answerOnce(ctx, { scope, input }, (once) =>
      issueCreditNote(number, input, acting, (note, trx) =>
        once.finish(201, { data: invoiceAnswer(note) }, trx)
      )
    )
  }
}
