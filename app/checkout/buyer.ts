import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { GUEST } from '#app/customers/guest'
import { sql } from '#app/platform/database/sql'
import { cartMoved } from '#app/checkout/checkout_refusals'
import type { CheckoutSession } from '#app/checkout/checkout_session'

/** Who orders: nobody we know by name, or a customer. */
export type Buyer = {
  customerId: number | null
  groupId: number | null
  email: string | null
  /** The coupon that is in the cart. */
  couponId: number | null
}

/**
 * Whose the cart of a session is, now: somebody may have logged in since. The cart stays theirs until
 * `trx` ends. Throws 409 when it has become part of another one, whose lines are to be seen first.
 */
export async function buyerOf(
  { cartId }: CheckoutSession,
  trx: TransactionClientContract
): Promise<Buyer> {
  const [buyer] = await sql<Buyer>(
    `select u.id as "customerId", u.customer_group_id as "groupId", u.email,
       c.coupon_id as "couponId"
     from carts c left join customers u on u.id = c.customer_id
     where c.id = $1 and c.expires_at > now() for share of c`,
    [cartId],
    trx
  )
  if (!buyer) throw cartMoved()
  return buyer
}

/** How a buyer appears in histories. */
export const actorOf = ({ customerId }: Buyer) =>
  customerId === null ? GUEST : `customer:${customerId}`
