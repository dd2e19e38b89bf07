import { documentTotals } from '#app/money/document_totals'
import {
  applyPromotions,
  type Discounts,
  type Offer,
  type PromotedLine,
} from '#app/pricing/apply_promotions'

type Priced = Omit<PromotedLine, 'unitPrice'> & { price: number | null; taxRate: number }

/** Amounts in millimes; `total` is after what promotions take off, `lines` before. */
type CartTotals = Discounts & {
  lineTotals: number[]
  subtotal: number
  tax: number
  toPay: number
}

/** The totals of lines at their present prices; what is not sold any more counts for nothing. */
export function cartTotals(lines: Priced[], offers: Offer[]): CartTotals {
  const priced = lines.map((line) => ({ ...line, unitPrice: line.price ?? 0 }))
  const discounts = applyPromotions(priced, offers)
  const reduced = priced.map((line, index) => ({ ...line, discount: discounts.lines[index] }))
  const { gross, tax } = documentTotals(reduced, { basis: 'gross' })
  const lineTotals = priced.map(({ quantity, unitPrice }) => quantity * unitPrice)
  return { ...discounts, lineTotals, subtotal: gross + discounts.total, tax, toPay: gross }
}
