import type { HttpContext } from '@adonisjs/core/http'
import { acceptQuote } from '#app/quotes/accept_quote'
import { acceptanceValidator, quoteNumberValidator } from '#app/quotes/quote_validators'
import { actingStaff } from '#app/staff/acting_staff'
import { readAddress } from '#app/tunisia/read_address'

export default class QuoteAcceptancesController {
  async store(ctx: HttpContext) {
    const { number } = await quoteNumberValidator.validate(ctx.params)
    const input = await ctx.request.validateUsing(acceptanceValidator)
    const acceptance = { ...input, address: readAddress(input) }
    const order = await acceptQuote(number, acceptance, actingStaff(ctx))
    ctx.session.flash('done', 'quotes.is_accepted')
    return ctx.response.redirect().status(303).toPath(`/admin/orders/${order}`)
  }
}
