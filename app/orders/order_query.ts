import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { notFound } from '#app/platform/http/problem'
import { sql } from '#app/platform/database/sql'
import type { Contact } from '#app/orders/placing/place_order'
import type { Order } from '#app/orders/order_state'

/** An order as it is kept, with its lines and whom it is for; `contact` is null once it was erased. */
export type KeptOrder = Order & {
  id: number
  number: string
  /** Null for an order of a guest. */
  customerId: number | null
  contact: Contact | null
  /** Parcels that have left, the first one first. */
  shipments?: Shipment[]
}

/** A parcel as its buyer may follow it. */
export type Shipment = { carrier: string; trackingNumber: string | null; shippedAt: string }

/** The columns of an `Order` from `orders o`, with its lines. */
export const ORDER_COLUMNS = `
  o.id, o.number, o.version, o.state, o.payment_state as "paymentState", o.delivery_state as "deliveryState",
  o.payment_method as "paymentMethod", o.shipping_option as "shippingOption", o.governorate, o.locale,
  o.subtotal, o.discount, o.shipping, o.tax, o.total, o.placed_at as "placedAt", o.state_since as "stateSince",
  coalesce((select json_agg(json_build_object('productId', product_id, 'sku', sku, 'nameFr', name_fr, 'nameAr', name_ar,
     'quantity', quantity, 'unitPrice', unit_price, 'taxRate', tax_rate, 'lineTotal', line_total,
     'discount', discount) order by position)
   from order_lines l where l.order_id = o.id), '[]') as lines`

const ORDER = `
  select ${ORDER_COLUMNS}, o.customer_id as "customerId",
    (select json_build_object('fullName', full_name, 'phone', phone, 'email', email, 'delegation', delegation,
       'address', address, 'postalCode', postal_code, 'notes', notes, 'isWalkIn', is_walk_in)
     from order_contacts c where c.order_id = o.id) as contact,
    (select json_agg(json_build_object('carrier', e.data ->> 'carrier', 'trackingNumber', e.data ->> 'trackingNumber',
       'shippedAt', e.at) order by e.version)
     from order_events e where e.order_id = o.id and e.type in ('order.shipped', 'order.partly_shipped')) as shipments
  from orders o where o.number = $1`

/** The order of a number. One statement. Throws 404. */
export async function orderQuery(
  number: string,
  trx?: TransactionClientContract
): Promise<KeptOrder> {
  const order = await findOrder(number, trx)
  if (!order) throw notFound('order')
  return order
}

/** The same for whoever may not learn whether it is there. */
export async function findOrder(
  number: string,
  trx?: TransactionClientContract
): Promise<KeptOrder | undefined> {
  const [order] = await sql<KeptOrder>(ORDER, [number], trx)
  return order
}

/** The same order, which nobody else changes until `trx` ends. Throws 404. */
export async function lockedOrder(
  number: string,
  trx: TransactionClientContract
): Promise<KeptOrder> {
  await sql('select id from orders where number = $1 for no key update', [number], trx)
  return orderQuery(number, trx)
}

/** What has happened to an order, as it is kept. */
export type KeptEvent = {
  version: number
  type: string
  data: Record<string, unknown>
  at: Date
  actor: string
}

export function orderEventsQuery(orderId: number): Promise<KeptEvent[]> {
  return sql<KeptEvent>(
    'select version, type, data, at, actor from order_events where order_id = $1 order by version',
    [orderId]
  )
}
