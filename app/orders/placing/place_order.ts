import type { SqlPart } from '#app/platform/database/sql_part'
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

/** Order, lines, contact, first event, and the event for after the commit. */
const PLACED = `
  given as (select ?::jsonb as data, ?::jsonb as contact, ?::text as actor),
  placed as (
    insert into orders (customer_id, version, state, payment_state, delivery_state, payment_method, shipping_option,
      governorate, locale, pieces, subtotal, discount, shipping, tax, total, placed_at, state_since)
    values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now(), now())
    returning id, number, placed_at, total
  ), placed_lines as (
    insert into order_lines (order_id, position, product_id, sku, name_fr, name_ar, quantity, unit_price, tax_rate,
      line_total, discount)
    select placed.id, l.nth, "productId", sku, "nameFr", "nameAr", quantity, "unitPrice", "taxRate", "lineTotal", discount
    from placed, given, rows from (jsonb_to_recordset(given.data -> 'lines') as (
      "productId" int, sku text, "nameFr" text, "nameAr" text, quantity int, "unitPrice" bigint, "taxRate" smallint,
      "lineTotal" bigint, discount bigint)) with ordinality as l ("productId", sku, "nameFr", "nameAr", quantity,
      "unitPrice", "taxRate", "lineTotal", discount, nth)
  ), placed_contact as (
    insert into order_contacts (order_id, full_name, phone, email, delegation, address, postal_code, notes, is_walk_in)
    select placed.id, c.contact ->> 'fullName', c.contact ->> 'phone', c.contact ->> 'email', c.contact ->> 'delegation',
      c.contact ->> 'address', c.contact ->> 'postalCode', c.contact ->> 'notes',
      coalesce((c.contact ->> 'isWalkIn')::boolean, false)
    from placed, given c
  ), placed_event as (
    insert into order_events (order_id, version, type, data, actor)
    select placed.id, 1, 'order.placed', given.data, given.actor from placed, given
  ), published as (
    insert into outbox (aggregate, aggregate_id, type, payload, headers)
    select 'order', number, 'order.placed', jsonb_build_object('orderId', id, 'total', total), ? from placed
  )`

/**
 * Writes an order down, as part of a statement: its table `placed` tells which, `given` what was told. The caller sees
 * to its stock and to how it is answered.
 * @param by as the actor, `guest` or `customer:12`, and the customer whose order it is
 */
export function placedOrder(
  placed: Placed,
  contact: Contact,
  by: { actor: string; customerId: number | null }
): SqlPart {
  const { state, paymentState, deliveryState } = evolve(
    undefined,
    { type: 'order.placed', data: placed },
    new Date()
  )
  const pieces = placed.lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const requestId = currentRequestId()
  const values = [
    ...[JSON.stringify(placed), JSON.stringify(contact), by.actor, by.customerId],
    ...[state, paymentState, deliveryState, placed.paymentMethod, placed.shippingOption],
    ...[placed.governorate, placed.locale, pieces, placed.subtotal, placed.discount],
    ...[placed.shipping, placed.tax, placed.total, JSON.stringify(requestId ? { requestId } : {})],
  ]
  return { sql: PLACED, values }
}

/** A new order as its first event makes it. */
export const newOrder = ({ id, number, placedAt }: PlacedOrder, data: Placed) => ({
  ...evolve(undefined, { type: 'order.placed', data }, placedAt),
  ...{ id, number },
})

/** Under what the stock of an order is held. */
export const holderOfOrder = (number: string) => `order:${number}`
