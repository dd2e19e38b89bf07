import type { HttpContext } from '@adonisjs/core/http'
import { acceptQuote } from '#app/quotes/accept_quote'
import { acceptanceValidator, quoteNumberValidator } from '#app/quotes/quote_validators'
import { actingStaff } from '#app/staff/acting_staff'
import { readAddress } from '#app/tunisia/read_address'

export default class QuoteAcceptancesApiController {
  async store(ctx: HttpContext) {
    const { number } = await quoteNumberValidator.validate(ctx.params)
    const input = await acceptanceValidator.validate(ctx.request.body())
    const acceptance = { ...input, address: readAddress(input) }
    const orderNumber = await acceptQuote(number, acceptance, actingStaff(ctx))
    ctx.response.status(201)
    return { data: { orderNumber } }
  }
}
