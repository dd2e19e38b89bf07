import type { HttpContext } from '@adonisjs/core/http'
import { refuseQuote } from '#app/quotes/refuse_quote'
import { quoteNumberValidator, refusalValidator } from '#app/quotes/quote_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class QuoteRefusalsController {
  async store(ctx: HttpContext) {
    const { number } = await quoteNumberValidator.validate(ctx.params)
    const { reason } = await ctx.request.validateUsing(refusalValidator)
    await refuseQuote(number, reason, actingStaff(ctx))
    ctx.session.flash('done', 'quotes.is_refused')
    return ctx.response.seeOther(`/admin/quotes/${number}`)
  }
}
