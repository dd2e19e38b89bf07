import { money } from '#app/money/money'
import type { Applied } from '#app/pricing/apply_promotions'

/** A promotion that counts, as buyers see it. */
export const promotionAnswer = ({ code, name, amount, freeDelivery }: Applied) => ({
  ...{ code, name, freeDelivery },
  amount: money(amount),
})
