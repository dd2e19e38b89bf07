import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import type { Offer } from '#app/pricing/apply_promotions'

/** Whom offers are for: a customer or a guest, with the telephone that is known, and the coupon in hand. */
export type Bidder = {
  customerId: number | null
  phone: string | null
  groupId: number | null
  couponId: number | null
}

/** An offer in JSON, of a row `o` of `promotions_for`. */
export const OFFER_IN_JSON = `json_build_object('id', o.id, 'code', o.code, 'name', o.name, 'kind', o.kind,
  'percent', o.percent, 'amount', o.amount, 'buy', o.buy, 'get', o.get, 'brand', o.brand, 'category', o.category,
  'minSubtotal', o.min_subtotal, 'combines', o.combines, 'state', o.state)`

/** What somebody may have now: what comes by itself, and the coupon with how it stands. */
export async function offersQuery(
  { customerId, phone, groupId, couponId }: Bidder,
  trx: TransactionClientContract
): Promise<Offer[]> {
  const rows = await sql<{ offer: Offer }>(
    `select ${OFFER_IN_JSON} as offer from promotions_for($1, $2, $3, $4) o`,
    [customerId, phone, groupId, couponId],
    trx
  )
  return rows.map(({ offer }) => offer)
}
