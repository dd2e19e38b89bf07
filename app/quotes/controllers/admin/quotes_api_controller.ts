import type { HttpContext } from '@adonisjs/core/http'
import { ROWS } from '#app/platform/lists/rows'
import { quoteQuery } from '#app/quotes/quote_query'
import { quoteItemAnswer, staffQuoteAnswer } from '#app/quotes/quote_transformer'
import { quoteListValidator, quoteNumberValidator } from '#app/quotes/quote_validators'
import { quotesQuery } from '#app/quotes/quotes_query'

export default class QuotesApiController {
  async index({ request }: HttpContext) {
    const { limit = ROWS, cursor, ...asked } = await quoteListValidator.validate(request.qs())
    const { page, nextCursor } = await quotesQuery(asked, limit, cursor)
    return { data: page.map(quoteItemAnswer), meta: { limit, nextCursor } }
  }

  async show({ params }: HttpContext) {
    const { number } = await quoteNumberValidator.validate(params)
    return { data: staffQuoteAnswer(await quoteQuery(number)) }
  }
}
