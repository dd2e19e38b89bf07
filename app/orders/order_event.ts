import type { Applied } from '#app/pricing/apply_promotions'

/** A line of an order. Prices in millimes, tax included. */
export type OrderLine = {
  productId: number
  sku: string
  nameFr: string
  nameAr: string | null
  quantity: number
  unitPrice: number
  /** Percent. */
  taxRate: number
  /** Before promotions. */
  lineTotal: number
  /** What promotions take off. */
  discount: number
}

/** What the first event tells; who it is for is kept apart. Amounts in millimes, `tax` is a part of `total`. */
export type Placed = {
  lines: OrderLine[]
  /** What counted when it was placed; the books of promotions are in `pricing`. */
  promotions?: Applied[]
  subtotal: number
  discount: number
  shipping: number
  tax: number
  total: number
  paymentMethod: string
  shippingOption: string
  governorate: string
  locale: string
}

/** What an order is after staff have changed it before it left; the rest stays. */
export type Edited = {
  reason: string
  /** Pieces of each line that is not as it was: before and after, none where it is new or gone. */
  changes: { sku: string; from: number; to: number }[]
  /** Whether it goes to another address, which is kept apart. */
  isReaddressed: boolean
  after: Omit<Placed, 'paymentMethod' | 'locale'>
}

export type OrderEvent =
  | { type: 'order.placed'; data: Placed }
  | { type: 'order.confirmed'; data: Record<string, never> }
  | { type: 'order.cancelled'; data: { reason: string } }
  | { type: 'order.reopened'; data: Record<string, never> }
  | { type: 'order.edited'; data: Edited }
  | { type: 'order.noted'; data: { text: string } }
  | { type: 'order.called'; data: { outcome: CallOutcome; text?: string } }
  | { type: 'order.partly_shipped'; data: Shipped }
  | { type: 'order.shipped'; data: Shipped }
  | { type: 'order.parcel_delivered'; data: { parcel: string } }
  | { type: 'order.parcel_returned'; data: { parcel: string } }
  | { type: 'order.refused'; data: { parcel: string; reason: string } }
  | { type: 'order.delivered'; data: { parcel: string } }
  | { type: 'order.returned'; data: { parcel: string } }
  | { type: 'payment.method_changed'; data: { method: string } }
  | { type: 'payment.captured'; data: PaymentFact }
  | { type: 'payment.failed'; data: PaymentFact & { reason: string } }
  | { type: 'payment.refunded'; data: RefundFact }

/** How a call to the buyer went. */
export const CALL_OUTCOMES = ['answered', 'no_answer', 'call_back', 'wrong_number'] as const
export type CallOutcome = (typeof CALL_OUTCOMES)[number]

/** A parcel that left with some of the order, or with the rest of it. */
type Shipped = {
  parcel: string
  carrier: string
  trackingNumber: string | null
  items: { sku: string; quantity: number }[]
}

/** What happened to a payment. `amount` in millimes. */
type PaymentFact = { paymentId: string; method: string; amount: number }

/** What went back of a payment; `left` is what the shop still has of the order, in millimes. */
type RefundFact = PaymentFact & { left: number; reason: string }
