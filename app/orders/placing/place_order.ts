import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { currentRequestId } from '#app/platform/observability/request_id'
import type { Placed } from '#app/orders/order_event'
import { evolve } from '#app/orders/order_state'

/** Who an order is for. `phone` in E.164; it and the name are null for a walk-in who did not say. */
export type Contact = {
  fullName: string | null
  phone: string | null
  email: string | null
  delegation: string
  address: string
  postalCode: string | null
  notes: string | null
  /** Pays and leaves with the parts at once: the only one who need not be known. */
  isWalkIn?: boolean
}

type PlacedOrder = { id: number; number: string; placedAt: Date }

/** Order, lines, contact, first event, and the event for after the commit: one statement. */
const PLACE = `
  with placed as (
    insert into orders (customer_id, version, state, payment_state, delivery_state, payment_method, shipping_option, governorate,
      locale, pieces, subtotal, discount, shipping, tax, total, placed_at, state_since)
    values ($18, 1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, now(), now())
    returning id, number, placed_at
  ), lines as (
    insert into order_lines (order_id, position, product_id, sku, name_fr, name_ar, quantity, unit_price, tax_rate, line_total,
      discount)
    select placed.id, l.nth, "productId", sku, "nameFr", "nameAr", quantity, "unitPrice", "taxRate", "lineTotal", discount
    from placed, rows from (jsonb_to_recordset($14::jsonb -> 'lines') as (
      "productId" int, sku text, "nameFr" text, "nameAr" text, quantity int, "unitPrice" bigint, "taxRate" smallint,
      "lineTotal" bigint, discount bigint)) with ordinality as l ("productId", sku, "nameFr", "nameAr", quantity,
      "unitPrice", "taxRate", "lineTotal", discount, nth)
  ), contact as (
    insert into order_contacts (order_id, full_name, phone, email, delegation, address, postal_code, notes, is_walk_in)
    select id, c ->> 'fullName', c ->> 'phone', c ->> 'email', c ->> 'delegation', c ->> 'address', c ->> 'postalCode', c ->> 'notes',
      coalesce((c ->> 'isWalkIn')::boolean, false)
    from placed, (select $15::jsonb as c) given
  ), told as (
    insert into order_events (order_id, version, type, data, actor) select id, 1, 'order.placed', $14, $16 from placed
  ), published as (
    insert into outbox (aggregate, aggregate_id, type, payload, headers)
    select 'order', number, 'order.placed', jsonb_build_object('orderId', id, 'total', $13::bigint), $17 from placed
  )
  select id, number, placed_at as "placedAt" from placed`

/**
 * Writes an order down, as part of `trx`: the caller sees to its stock and to how it is answered.
 * @param by as the actor, `guest` or `customer:12`, and the customer whose order it is
 */
export async function placeOrder(
  placed: Placed,
  contact: Contact,
  by: { actor: string; customerId: number | null },
  trx: TransactionClientContract
): Promise<PlacedOrder> {
  const { state, paymentState, deliveryState } = evolve(
    undefined,
    { type: 'order.placed', data: placed },
    new Date()
  )
  const pieces = placed.lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const requestId = currentRequestId()
  const [order] = await sql<PlacedOrder>(
    PLACE,
    [
      ...[state, paymentState, deliveryState, placed.paymentMethod, placed.shippingOption],
      ...[placed.governorate, placed.locale, pieces, placed.subtotal, placed.discount],
      ...[placed.shipping, placed.tax, placed.total, JSON.stringify(placed)],
      ...[JSON.stringify(contact), by.actor, JSON.stringify(requestId ? { requestId } : {})],
      by.customerId,
    ],
    trx
  )
  return order
}

/** A new order as its first event makes it. */
export const newOrder = ({ id, number, placedAt }: PlacedOrder, data: Placed) => ({
  ...evolve(undefined, { type: 'order.placed', data }, placedAt),
  ...{ id, number },
})

/** Under what the stock of an order is held. */
export const holderOfOrder = (number: string) => `order:${number}`
