import type { CheckoutLine } from '#app/checkout/checkout_session'
import type { Applied } from '#app/pricing/apply_promotions'

/** What is kept; one that is open beyond its time has expired. */
const KEPT_STATES = ['open', 'accepted', 'refused'] as const
export const QUOTE_STATES = [...KEPT_STATES, 'expired'] as const

export type QuoteState = (typeof QUOTE_STATES)[number]

/** What may be done with a quote, by where it stands. */
const MOVES = {
  accept: ['open'],
  extend: ['open', 'expired'],
  refuse: ['open', 'expired'],
} as const satisfies Record<string, readonly QuoteState[]>

export type QuoteMove = keyof typeof MOVES

export const mayDo = (state: QuoteState, move: QuoteMove) =>
  (MOVES[move] as readonly QuoteState[]).includes(state)

/** Whom a quote is for; `phone` in E.164. */
export type QuoteContact = { fullName: string; phone: string; email: string | null }

/** What somebody was offered. Prices and `total` in millimes, tax included, carriage not. */
export type Quote = {
  id: number
  number: string
  state: QuoteState
  customerId: number | null
  /** Null once it was erased. */
  contact: QuoteContact | null
  vehicle: string | null
  locale: 'fr' | 'ar' | 'en'
  lines: CheckoutLine[]
  promotions: Applied[]
  total: number
  reason: string | null
  /** Of the order that it became. */
  orderNumber: string | null
  expiresAt: Date
  createdAt: Date
}

/** Under what the stock of a quote is held. */
export const holderOfQuote = (number: string) => `quote:${number}`
