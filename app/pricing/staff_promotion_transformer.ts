import { money, moneyOrNull } from '#app/money/money'
import type { PromotionRow, Redemption } from '#app/pricing/promotions_query'

/** A promotion for staff. */
export const staffPromotionAnswer = ({
  brandName,
  categoryName,
  groupName,
  ...row
}: PromotionRow) => ({
  ...row,
  amount: moneyOrNull(row.amount),
  minSubtotal: money(row.minSubtotal),
  given: money(row.given),
})

/** A use of it; the holder is an order. */
export const redemptionAnswer = ({ holder, amount, redeemedAt, releasedAt }: Redemption) => ({
  holder,
  amount: money(amount),
  redeemedAt: redeemedAt.toISOString(),
  releasedAt: releasedAt?.toISOString() ?? null,
})
