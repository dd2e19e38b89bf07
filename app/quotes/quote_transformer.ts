import { money } from '#app/money/money'
import { inLocale, type Locale } from '#app/platform/http/locale'
import { promotionAnswer } from '#app/pricing/promotion_transformer'
import type { Quote } from '#app/quotes/quote'
import { whatsAppOfBuyer } from '#app/quotes/quote_message'
import { quoteToken } from '#app/quotes/quote_token'
import type { QuoteItem } from '#app/quotes/quotes_query'

/** A quote as whoever may open it sees it: nothing of whom it is for. */
export const quoteAnswer = (quote: Quote, locale: Locale) => ({
  number: quote.number,
  state: quote.state,
  expiresAt: quote.expiresAt.toISOString(),
  vehicle: quote.vehicle,
  items: quote.lines.map(({ sku, nameFr, nameAr, quantity, unitPrice, discount }) => ({
    ...{ sku, quantity, name: inLocale(locale, nameFr, nameAr) },
    ...{ unitPrice: money(unitPrice), lineTotal: money(quantity * unitPrice) },
    discount: money(discount),
  })),
  promotions: quote.promotions.map(promotionAnswer),
  total: money(quote.total),
  orderNumber: quote.orderNumber,
})

/** The same for whoever has just asked for it. */
export const newQuoteAnswer = (quote: Quote, locale: Locale) => ({
  ...quoteAnswer(quote, locale),
  token: quoteToken(quote.number),
  whatsappUrl: whatsAppOfBuyer(quote),
})

/** For staff: with whom it is for. */
export const staffQuoteAnswer = (quote: Quote) => ({
  ...quoteAnswer(quote, 'fr'),
  contact: quote.contact,
  reason: quote.reason,
  createdAt: quote.createdAt.toISOString(),
})

/** A quote in a list for staff. */
export const quoteItemAnswer = (quote: QuoteItem) => ({
  number: quote.number,
  state: quote.state,
  pieces: quote.pieces,
  total: money(quote.total),
  expiresAt: quote.expiresAt.toISOString(),
  createdAt: quote.createdAt.toISOString(),
  orderNumber: quote.orderNumber,
  customer: quote.fullName && { fullName: quote.fullName, phone: quote.phone },
})
