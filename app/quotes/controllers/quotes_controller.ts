import type { HttpContext } from '@adonisjs/core/http'
import { actingBuyer, visitorOf } from '#app/customers/acting_customer'
import { expectVehicleType } from '#app/fitment/vehicles/expect_vehicle_type'
import { localeOf } from '#app/platform/http/locale'
import { drawUpQuote } from '#app/quotes/draw_up_quote'
import { quoteOfBuyer } from '#app/quotes/quote_of_buyer'
import { quoteQuery } from '#app/quotes/quote_query'
import { newQuoteAnswer, quoteAnswer } from '#app/quotes/quote_transformer'
import {
  quoteNumberValidator,
  quoteTokenValidator,
  wishValidator,
} from '#app/quotes/quote_validators'
import { readContact } from '#app/quotes/read_contact'

export default class QuotesController {
  async store(ctx: HttpContext) {
    const { contact, ...wish } = await wishValidator.validate(ctx.request.body())
    await expectVehicleType(wish.vehicle)
    const locale = localeOf(ctx)
    const customer = visitorOf(ctx)
    const asking = { customerId: customer?.id ?? null, groupId: customer?.customerGroupId ?? null }
    const asked = { ...wish, contact: readContact(contact), locale }
    const number = await drawUpQuote(asked, asking, actingBuyer(ctx))
    ctx.response.status(201)
    return { data: newQuoteAnswer(await quoteQuery(number), locale) }
  }

  /** For whoever has its token. */
  async show(ctx: HttpContext) {
    const { number } = await quoteNumberValidator.validate(ctx.params)
    const { token } = await quoteTokenValidator.validate(ctx.request.qs())
    return { data: quoteAnswer(await quoteOfBuyer(number, token), localeOf(ctx)) }
  }
}
