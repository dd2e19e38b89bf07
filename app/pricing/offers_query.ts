import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import type { Offer } from '#app/pricing/apply_promotions'

/** Whom offers are for: a customer or a guest, with the telephone that is known, and the coupon in hand. */
type Bidder = {
  customerId: number | null
  phone: string | null
  groupId: number | null
  couponId: number | null
}

/** An offer in JSON, of a row `o` of `promotions_for`. */
const OFFER_IN_JSON = `json_build_object('id', o.id, 'code', o.code, 'name', o.name, 'kind', o.kind,
  'percent', o.percent, 'amount', o.amount, 'buy', o.buy, 'get', o.get, 'brand', o.brand, 'category', o.category,
  'minSubtotal', o.min_subtotal, 'combines', o.combines, 'state', o.state)`

/** What somebody may have now: what comes by itself, and the coupon with how it stands. */
export async function offersQuery(
  { customerId, phone, groupId, couponId }: Bidder,
  trx: TransactionClientContract
): Promise<Offer[]> {
  const [{ offers }] = await sql<{ offers: Offer[] }>(
    'select offers_for($1, $2, $3, $4) as offers',
    [customerId, phone, groupId, couponId],
    trx
  )
  return offers
}

/** What somebody may have of whom nothing is known: what each gets once is not among it, as nobody could tell. */
export async function offersOfStranger(trx: TransactionClientContract): Promise<Offer[]> {
  const rows = await sql<{ offer: Offer }>(
    `select ${OFFER_IN_JSON} as offer from promotions_for(null, null, null, null) o
     where not exists (select from promotions p where p.id = o.id and p.once_per_customer)`,
    [],
    trx
  )
  return rows.map(({ offer }) => offer)
}

/** A promotion that a holder uses, and what it was given for it, in millimes. */
export type UsedOffer = { offer: Offer; amount: number }

/** What a holder uses: good for it, also when it has ended meanwhile or somebody else got the last one. */
export const usedOffersQuery = (holder: string, trx?: TransactionClientContract) =>
  sql<UsedOffer>(
    `select ${OFFER_IN_JSON} as offer, o.given as amount from (
       select p.id, p.code, p.name, p.kind, p.percent, p.amount, p.buy, p.get, p.brand_id as brand, c.slug as category,
         p.min_subtotal, p.combines, 'good' as state, r.amount as given
       from promotion_redemptions r
       join promotions p on p.id = r.promotion_id
       left join categories c on c.id = p.category_id
       where r.holder = $1 and r.released_at is null) o
     order by o.id`,
    [holder],
    trx
  )
