import type { HttpContext } from '@adonisjs/core/http'
import { actingBuyer } from '#app/customers/acting_customer'
import { acceptQuote } from '#app/quotes/accept_quote'
import { quoteAddress } from '#app/quotes/quote_message'
import { quoteOfBuyer } from '#app/quotes/quote_of_buyer'
import { buyersAcceptanceValidator, quoteNumberValidator } from '#app/quotes/quote_validators'
import { readAddress } from '#app/tunisia/read_address'

export default class QuotePageAcceptancesController {
  async store(ctx: HttpContext) {
    const { number } = await quoteNumberValidator.validate(ctx.params)
    const { token, ...input } = await ctx.request.validateUsing(buyersAcceptanceValidator)
    await quoteOfBuyer(number, token)
    await acceptQuote(number, { ...input, address: readAddress(input) }, actingBuyer(ctx))
    ctx.session.flash('done', 'quotes.is_accepted')
    const { pathname, search } = new URL(quoteAddress(number))
    return ctx.response
      .redirect()
      .status(303)
      .toPath(pathname + search)
  }
}
