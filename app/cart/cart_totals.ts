import { type DocumentTotals, documentTotals } from '#app/money/document_totals'

type Priced = { quantity: number; price: number | null; taxRate: number }

/** The totals of lines at their present prices; what is not sold any more counts for nothing. */
export const cartTotals = (lines: Priced[]): DocumentTotals =>
  documentTotals(
    lines.map(({ quantity, price, taxRate }) => ({ quantity, unitPrice: price ?? 0, taxRate })),
    { basis: 'gross' }
  )
