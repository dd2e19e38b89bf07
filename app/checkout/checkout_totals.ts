import { type DocumentTotals, documentTotals } from '#app/money/document_totals'
import { SHIPPING_TAX_RATE } from '#app/shipping/shipping_options_query'
import type { Applied } from '#app/pricing/apply_promotions'
import type { CheckoutLine } from '#app/checkout/checkout_session'

type CheckoutTotals = {
  /** Of each line, in their order, before promotions. */
  lines: number[]
  subtotal: number
  discount: number
  /** Null until the buyer has chosen. */
  shipping: number | null
  tax: number
  total: number
}

/** What is bought, and what is given with it. */
export type Purchase = {
  lines: Pick<CheckoutLine, 'quantity' | 'unitPrice' | 'taxRate' | 'discount'>[]
  promotions: Applied[]
  /** Null until the buyer has chosen. */
  shippingPrice: number | null
}

/** What a purchase comes to, in millimes: the one computation that sessions and orders share. */
export function checkoutTotals({ lines, promotions, shippingPrice }: Purchase): CheckoutTotals {
  const isFree = shippingPrice !== null && promotions.some(({ freeDelivery }) => freeDelivery)
  const shipping = isFree ? 0 : shippingPrice
  const carriage = { quantity: 1, unitPrice: shipping ?? 0, taxRate: SHIPPING_TAX_RATE }
  const document: DocumentTotals = documentTotals([...lines, carriage], { basis: 'gross' })
  return {
    lines: lines.map(({ quantity, unitPrice }) => quantity * unitPrice),
    subtotal: document.gross + document.discount - carriage.unitPrice,
    discount: document.discount,
    shipping,
    tax: document.tax,
    total: document.total,
  }
}
