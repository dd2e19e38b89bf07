import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import type { Order } from '#app/orders/order_state'

/** What the row of an order says, besides its dates and pieces. */
export const ORDER_FIELDS = [
  ...['version', 'state', 'paymentState', 'deliveryState', 'paymentMethod', 'shippingOption'],
  ...['governorate', 'locale', 'subtotal', 'discount', 'shipping', 'tax', 'total'],
] as (keyof Order)[]

const WRITE = `
  with mended as (
    update orders set version = $2, state = $3, payment_state = $4, delivery_state = $5, payment_method = $6,
      shipping_option = $7, governorate = $8, locale = $9, subtotal = $10, discount = $11, shipping = $12, tax = $13,
      total = $14, placed_at = $15, state_since = $16, pieces = $17 where id = $1
  ), gone as (
    delete from order_lines where order_id = $1 and position > jsonb_array_length($18)
  )
  insert into order_lines (order_id, position, product_id, sku, name_fr, name_ar, quantity, unit_price, tax_rate, line_total,
    discount)
  select $1, nth, (l ->> 'productId')::int, l ->> 'sku', l ->> 'nameFr', l ->> 'nameAr', (l ->> 'quantity')::int,
    (l ->> 'unitPrice')::bigint, (l ->> 'taxRate')::smallint, (l ->> 'lineTotal')::bigint,
    coalesce((l ->> 'discount')::bigint, 0)
  from jsonb_array_elements($18) with ordinality as given (l, nth)
  on conflict (order_id, position) do update set product_id = excluded.product_id, sku = excluded.sku,
    name_fr = excluded.name_fr, name_ar = excluded.name_ar, quantity = excluded.quantity,
    unit_price = excluded.unit_price, tax_rate = excluded.tax_rate, line_total = excluded.line_total,
    discount = excluded.discount`

/** Writes what the events of an order make of it: its row, and its lines in their order. */
export async function writeOrder(id: number, order: Order, trx?: TransactionClientContract) {
  const pieces = order.lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const fields = ORDER_FIELDS.map((field) => order[field])
  const values = [id, ...fields, order.placedAt, order.stateSince, pieces]
  await sql(WRITE, [...values, JSON.stringify(order.lines)], trx)
}
