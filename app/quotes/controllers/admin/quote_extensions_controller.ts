import type { HttpContext } from '@adonisjs/core/http'
import { extendQuote } from '#app/quotes/extend_quote'
import { extensionFormValidator, quoteNumberValidator } from '#app/quotes/quote_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class QuoteExtensionsController {
  async store(ctx: HttpContext) {
    const { number } = await quoteNumberValidator.validate(ctx.params)
    const { hours } = await ctx.request.validateUsing(extensionFormValidator)
    await extendQuote(number, Number(hours), actingStaff(ctx))
    ctx.session.flash('done', 'quotes.is_extended')
    return ctx.response.seeOther(`/admin/quotes/${number}`)
  }
}
