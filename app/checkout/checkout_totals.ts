import { type DocumentTotals, documentTotals } from '#app/money/document_totals'
import { SHIPPING_TAX_RATE } from '#app/shipping/shipping_options_query'
import type { CheckoutLine } from '#app/checkout/checkout_session'

export type CheckoutTotals = {
  /** Of each line, in their order. */
  lines: number[]
  subtotal: number
  discount: number
  /** Null until the buyer has chosen. */
  shipping: number | null
  tax: number
  total: number
}

type Priced = Pick<CheckoutLine, 'quantity' | 'unitPrice' | 'taxRate'>

/** What an order of these lines comes to, in millimes: the one computation that sessions and orders share. */
export function checkoutTotals(lines: Priced[], shipping: number | null): CheckoutTotals {
  const carriage = { quantity: 1, unitPrice: shipping ?? 0, taxRate: SHIPPING_TAX_RATE }
  const document: DocumentTotals = documentTotals([...lines, carriage], { basis: 'gross' })
  const amounts = lines.map((_, index) => document.lines[index].gross)
  return {
    lines: amounts,
    subtotal: document.gross + document.discount - carriage.unitPrice,
    discount: document.discount,
    shipping,
    tax: document.tax,
    total: document.total,
  }
}
