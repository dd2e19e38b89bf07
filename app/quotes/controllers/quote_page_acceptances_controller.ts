import type { HttpContext } from '@adonisjs/core/http'
import { actingBuyer } from '#app/customers/acting_customer'
import { acceptanceInForm } from '#app/quotes/acceptance_in_form'
import { expectAvailable } from '#app/payments/payment_methods'
import { acceptQuote } from '#app/quotes/accept_quote'
import { quoteAddress } from '#app/quotes/quote_message'
import { quoteOfBuyer } from '#app/quotes/quote_of_buyer'
import { buyersAcceptanceFormValidator, quoteNumberValidator } from '#app/quotes/quote_validators'

export default class QuotePageAcceptancesController {
  async store(ctx: HttpContext) {
    const { number } = await quoteNumberValidator.validate(ctx.params)
    const { token, ...input } = await ctx.request.validateUsing(buyersAcceptanceFormValidator)
    await quoteOfBuyer(number, token)
    await expectAvailable(input.paymentMethod, 'paymentMethod')
    await acceptQuote(number, acceptanceInForm(input, ctx.i18n), actingBuyer(ctx))
    ctx.session.flash('done', 'quotes.is_accepted')
    const { pathname, search } = new URL(quoteAddress(number))
    return ctx.response.seeOther(pathname + search)
  }
}
