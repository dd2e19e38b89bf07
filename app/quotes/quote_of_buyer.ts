import { notFound } from '#app/platform/http/problem'
import type { Quote } from '#app/quotes/quote'
import { quoteQuery } from '#app/quotes/quote_query'
import { opensQuote } from '#app/quotes/quote_token'

/** The quote of a number, for whoever has its token; 404 for others. */
export async function quoteOfBuyer(number: string, token: string): Promise<Quote> {
  if (!opensQuote(token, number)) throw notFound('quote')
  return quoteQuery(number)
}
