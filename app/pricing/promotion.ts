import { PromotionSchema } from '#database/schema'

export const PROMOTION_KINDS = ['percent', 'amount', 'free_delivery', 'buy_get'] as const
export type PromotionKind = (typeof PROMOTION_KINDS)[number]

/** What the shop gives, by itself or with a code. */
export default class Promotion extends PromotionSchema {
  declare kind: PromotionKind
}
