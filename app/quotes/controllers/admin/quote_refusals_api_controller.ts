import type { HttpContext } from '@adonisjs/core/http'
import { refuseQuote } from '#app/quotes/refuse_quote'
import { quoteNumberValidator, refusalValidator } from '#app/quotes/quote_validators'
import { actingStaff } from '#app/staff/acting_staff'

export default class QuoteRefusalsApiController {
  async store(ctx: HttpContext) {
    const { number } = await quoteNumberValidator.validate(ctx.params)
    const { reason } = await refusalValidator.validate(ctx.request.body())
    await refuseQuote(number, reason, actingStaff(ctx))
    return ctx.response.noContent()
  }
}
