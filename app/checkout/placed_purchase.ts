import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { CheckoutLine } from '#app/checkout/checkout_session'
import { checkoutTotals } from '#app/checkout/checkout_totals'
import type { Placed } from '#app/orders/order_event'
import { type Contact, holderOfOrder, newOrder, placedOrder } from '#app/orders/placing/place_order'
import { firstAttempt } from '#app/payments/intents/create_payment'
import { type Payment, PAYMENT_COLUMNS } from '#app/payments/payment'
import type { PaymentMethod } from '#app/payments/payment_methods'
import { joinTables, type SqlPart } from '#app/platform/database/sql_part'
import { sql } from '#app/platform/database/sql'
import type { Applied } from '#app/pricing/apply_promotions'
import { redeem } from '#app/pricing/redeem'

/** What somebody has decided to buy, and how it gets there. `shippingPrice` in millimes, before promotions. */
export type Decided = { lines: CheckoutLine[]; promotions: Applied[]; shippingPrice: number }

/** How it is ordered. */
export type Terms = Pick<Placed, 'paymentMethod' | 'shippingOption' | 'governorate' | 'locale'>

/** What the first event of the order tells. */
export function placedPurchase(
  { lines, promotions, shippingPrice }: Decided,
  terms: Terms
): Placed {
  const totals = checkoutTotals({ lines, promotions, shippingPrice })
  return {
    ...{ subtotal: totals.subtotal, discount: totals.discount, shipping: totals.shipping! },
    ...{ tax: totals.tax, total: totals.total },
    lines: lines.map((line, index) => ({ ...line, lineTotal: totals.lines[index] })),
    ...{ promotions, ...terms },
  }
}

type Purchaser = { contact: Contact; by: { actor: string; customerId: number | null } }

const SELECT = `
  select ${PAYMENT_COLUMNS}, o.placed_at as "placedAt" from attempt p join placed o on o.id = p.order_id`

/**
 * Writes the order of a purchase down and begins its payment, in one statement of `trx`: the caller sees to its stock,
 * its promotions and how it is answered.
 * @param besides what else is written with it, from `placed`
 */
export async function placePurchase(
  decided: Decided,
  terms: Terms & { paymentMethod: PaymentMethod },
  { contact, by }: Purchaser,
  trx: TransactionClientContract,
  besides: SqlPart[] = []
) {
  const data = placedPurchase(decided, terms)
  const attempt = firstAttempt(data, terms.paymentMethod, by.actor)
  const { text, values } = joinTables([placedOrder(data, contact, by), attempt, ...besides], SELECT)
  const [{ placedAt, ...payment }] = await sql<Payment & { placedAt: Date }>(text, values, trx)
  const { orderId: id, orderNumber: number } = payment
  return { order: newOrder({ id, number, placedAt }, data), payment }
}

/** Promotions that count are used up with the order. */
export function usePromotions(
  { promotions, shippingPrice }: Omit<Decided, 'lines'>,
  number: string,
  { customerId, phone }: { customerId: number | null; phone: string | null },
  trx: TransactionClientContract
) {
  const worth = worthOf({ promotions, shippingPrice })
  return redeem(worth, { holder: holderOfOrder(number), customerId, phone }, trx)
}

/** What each promotion gives; free delivery is worth what it would have cost. */
export const worthOf = ({ promotions, shippingPrice }: Omit<Decided, 'lines'>): Applied[] =>
  promotions.map((one) => (one.freeDelivery ? { ...one, amount: shippingPrice } : one))
