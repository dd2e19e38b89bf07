import type { CheckoutLine } from '#app/checkout/checkout_session'
import type { CurrentLine } from '#app/checkout/current_prices'
import { type Applied, applyPromotions, type Offer } from '#app/pricing/apply_promotions'

/** Lines with what promotions take off each, and the promotions that count. */
export function promotedLines(
  present: CurrentLine[],
  offers: Offer[]
): { lines: CheckoutLine[]; promotions: Applied[] } {
  const { lines: discounts, applied } = applyPromotions(present, offers)
  const lines = present.map(({ brandId, category, ...line }, nth) => ({
    ...{ ...line, discount: discounts[nth] },
  }))
  return { lines, promotions: applied }
}
