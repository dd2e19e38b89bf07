import type { HttpContext } from '@adonisjs/core/http'
import { acceptanceInForm } from '#app/quotes/acceptance_in_form'
import { acceptQuote } from '#app/quotes/accept_quote'
import { acceptanceFormValidator, quoteNumberValidator } from '#app/quotes/quote_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class QuoteAcceptancesController {
  async store(ctx: HttpContext) {
    const { number } = await quoteNumberValidator.validate(ctx.params)
    const input = await ctx.request.validateUsing(acceptanceFormValidator)
    const acceptance = acceptanceInForm(input, ctx.i18n)
    const order = await acceptQuote(number, acceptance, actingStaff(ctx))
    ctx.session.flash('done', 'quotes.is_accepted')
    return ctx.response.seeOther(`/admin/orders/${order}`)
  }
}
