import type { HttpContext } from '@adonisjs/core/http'
import { extendQuote } from '#app/quotes/extend_quote'
import { quoteQuery } from '#app/quotes/quote_query'
import { staffQuoteAnswer } from '#app/quotes/quote_transformer'
import { extensionValidator, quoteNumberValidator } from '#app/quotes/quote_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class QuoteExtensionsApiController {
  async store(ctx: HttpContext) {
    const { number } = await quoteNumberValidator.validate(ctx.params)
    const { hours } = await extensionValidator.validate(ctx.request.body())
    await extendQuote(number, hours, actingStaff(ctx))
    return { data: staffQuoteAnswer(await quoteQuery(number)) }
  }
}
