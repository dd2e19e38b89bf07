import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import type { Offer } from '#app/pricing/apply_promotions'
import type { Buyer } from '#app/checkout/buyer'
import { alreadyCompleted, cartMoved, incomplete } from '#app/checkout/checkout_refusals'
import {
  checkoutSession,
  type CheckoutSession,
  expectId,
  SESSION_COLUMNS,
} from '#app/checkout/checkout_session'
import { atPresent, type Present, presentOf } from '#app/checkout/current_prices'
import { promotedLines } from '#app/checkout/promoted_lines'

/** What is true now of what a session is about. */
type Now = {
  email: string | null
  lines: Present[]
  /** Null when the chosen way is not offered any more. */
  shippingPrice: number | null
  offers: Offer[]
}

type Read = CheckoutSession & { customerId: number | null; now: Now }

/**
 * The session and its cart, which nobody else changes until the transaction ends, and what is true now. Who has waited
 * for them reads them as they are then: what is asked besides stands in a sub-select, so that it is asked again.
 */
const TO_COMPLETE = `
  select ${SESSION_COLUMNS}, c.customer_id as "customerId", (
    select json_build_object(
      'email', u.email,
      'lines', (select json_agg(n) from (${presentOf({ lines: 's.lines', group: 'u.customer_group_id' })}) n),
      'shippingPrice', (
        select r.price from shipping_rates r
        where r.governorate = s.governorate and r.option_code = s.shipping_option),
      'offers', offers_for(u.id, s.phone, u.customer_group_id, c.coupon_id))
    from (select) one left join customers u on u.id = c.customer_id) as now
  from checkout_sessions s join carts c on c.id = s.cart_id and c.expires_at > now()
  where s.id = $1
  for update of s for share of c`

/**
 * The session as the buyer has seen it last, as it is at the prices of now, and whose it is: somebody may have logged
 * in since. One statement. Throws 404, and 409 when something is missing or gone, when it is ordered, and when its
 * cart has become part of another one, whose lines are to be seen first.
 */
export async function sessionToComplete(id: string, trx: TransactionClientContract) {
  expectId(id)
  const [read] = await sql<Read>(TO_COMPLETE, [id], trx)
  if (!read) {
    expectReady(await checkoutSession(id, trx))
    throw cartMoved()
  }
  const { customerId, now, ...seen } = read
  expectReady(seen)
  if (now.shippingPrice === null) throw incomplete(['shipping-option'])
  const promoted = promotedLines(atPresent(seen.lines, now.lines), now.offers)
  const session: CheckoutSession = { ...seen, ...promoted, shippingPrice: now.shippingPrice }
  const buyer: Buyer = { customerId, email: now.email }
  return { seen, session, buyer }
}

function expectReady({ state, address, shippingOption }: CheckoutSession) {
  if (state === 'completed') throw alreadyCompleted()
  const missing = [
    ...(address ? [] : ['shipping-address']),
    ...(shippingOption ? [] : ['shipping-option']),
  ]
  if (missing.length) throw incomplete(missing)
}
