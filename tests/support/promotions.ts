import { sql } from '#app/platform/database/sql'
import type { PromotionInput } from '#app/pricing/promotion_validators'
import { createPromotion } from '#app/pricing/write_promotion'
import { emptyTables } from '#tests/support/empty_tables'
import { TESTING } from '#tests/support/staff'

let serial = 0

/** A code that no promotion has. */
export const newCode = () => `C${process.pid}-${Date.now()}-${++serial}`.slice(-30)

/** A coupon of ten percent, or what is said instead; resolves with its id and code. */
export async function createCoupon(given: Partial<PromotionInput> = {}) {
  const code = newCode()
  const input = { name: 'Coupon', kind: 'percent' as const, percent: 10, code, ...given }
  return { id: await createPromotion(input, TESTING), code }
}

/** No promotion, and nothing that was used of one. */
export async function forgetPromotions() {
  await emptyTables('promotions', 'promotion_redemptions')
}

/** How often a promotion was used, as it says and as its redemptions do. */
export async function usesOf(id: number) {
  const [row] = await sql<{ uses: number; live: number }>(
    `select p.uses, (select count(*)::int from promotion_redemptions r
       where r.promotion_id = p.id and r.released_at is null) as live
     from promotions p where p.id = $1`,
    [id]
  )
  return row
}
