import { Problem } from '#app/platform/http/problem'
import { mayDo, type Quote, type QuoteMove } from '#app/quotes/quote'

/** Throws 409 unless a quote may be moved so. */
export function expectMove({ state, orderNumber }: Quote, move: QuoteMove): void {
  if (mayDo(state, move)) return
  throw state === 'expired' ? quoteExpired() : quoteClosed(orderNumber)
}

export const quoteExpired = () =>
  new Problem({
    status: 409,
    code: 'quote_expired',
    title: 'This quote has expired',
    detail: 'Its pieces are not held any more. Ask the shop to extend it, or for another quote.',
  })

const quoteClosed = (orderNumber: string | null) =>
  new Problem({
    status: 409,
    code: 'quote_closed',
    title: orderNumber ? 'This quote has been accepted' : 'This quote was refused',
    detail: orderNumber
      ? `It is order ${orderNumber}.`
      : 'Ask for another one: the prices of now may differ.',
    extra: { orderNumber },
  })
