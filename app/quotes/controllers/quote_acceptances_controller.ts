import type { HttpContext } from '@adonisjs/core/http'
import { actingBuyer } from '#app/customers/acting_customer'
import { answerOnce } from '#app/platform/idempotency/answer_once'
import { expectAvailable } from '#app/payments/payment_methods'
import { acceptQuote } from '#app/quotes/accept_quote'
import { quoteOfBuyer } from '#app/quotes/quote_of_buyer'
import { buyersAcceptanceValidator, quoteNumberValidator } from '#app/quotes/quote_validators'
import { readAddress } from '#app/tunisia/read_address'

export default class QuoteAcceptancesController {
  /** It becomes one order, however often it is accepted with the same key. */
  async store(ctx: HttpContext) {
    const { number } = await quoteNumberValidator.validate(ctx.params)
    const { token, ...input } = await buyersAcceptanceValidator.validate(ctx.request.body())
    await quoteOfBuyer(number, token)
    const acceptance = { ...input, address: readAddress(input) }
    return answerOnce(ctx, { scope: `quote.accept:${number}`, input }, async (once) => {
      await expectAvailable(input.paymentMethod, 'paymentMethod')
      await acceptQuote(number, acceptance, actingBuyer(ctx), once)
    })
  }
}
