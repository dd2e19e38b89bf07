import {
  type Discounts,
  isAbout,
  type Offer,
  type PromotedLine,
  subtotalOf,
} from '#app/pricing/apply_promotions'

/** Why a coupon that is in a cart takes nothing off. `missing` in millimes. */
export type CouponProblem = { coupon: string } & (
  | { code: `coupon_${Exclude<Offer['state'], 'good'>}` }
  | { code: 'coupon_minimum'; missing: number }
  | { code: 'coupon_not_for_these' | 'coupon_outdone' }
)

export const COUPON_PROBLEMS = [
  ...(['coupon_expired', 'coupon_too_early', 'coupon_other_customers'] as const),
  ...(['coupon_used_up', 'coupon_used_before'] as const),
  ...(['coupon_minimum', 'coupon_not_for_these', 'coupon_outdone'] as const),
] as const

/** What is wrong with the coupon among the offers; undefined when it counts, or there is none. */
export function couponProblem(
  lines: PromotedLine[],
  offers: Offer[],
  { applied }: Discounts
): CouponProblem | undefined {
  const offer = couponOf(offers)
  if (!offer || applied.some(({ id }) => id === offer.id)) return undefined
  const coupon = offer.code!
  if (offer.state !== 'good') return { code: `coupon_${offer.state}`, coupon }
  const missing = offer.minSubtotal - subtotalOf(lines)
  if (missing > 0) return { code: 'coupon_minimum', coupon, missing }
  const isForThese = lines.some((line) => isAbout(offer, line))
  return { code: isForThese ? 'coupon_outdone' : 'coupon_not_for_these', coupon }
}

/** The coupon in hand: what comes by itself has no code. */
export const couponOf = (offers: Offer[]) => offers.find(({ code }) => code !== null)
