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
    `select offer from json_array_elements(offers_for(null, null, null, null)) o (offer)
     where not exists (select from promotions p where p.id = (offer ->> 'id')::int and p.once_per_customer)`,
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
    `select r.amount, json_build_object('id', p.id, 'code', p.code, 'name', p.name, 'kind', p.kind,
       'percent', p.percent, 'amount', p.amount, 'buy', p.buy, 'get', p.get, 'brand', p.brand_id, 'category', c.slug,
       'minSubtotal', p.min_subtotal, 'combines', p.combines, 'state', 'good') as offer
     from promotion_redemptions r
     join promotions p on p.id = r.promotion_id
     left join categories c on c.id = p.category_id
     where r.holder = $1 and r.released_at is null
     order by p.id`,
    [holder],
    trx
  )
