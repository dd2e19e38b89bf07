import { isDeepStrictEqual } from 'node:util'
import { sql } from '#app/platform/database/sql'
import { ORDER_COLUMNS } from '#app/orders/order_query'
import { evolve, type Order, type OrderEvent, type OrderLine } from '#app/orders/order_state'

const BATCH = 500

type Stored = Order & { id: number; number: string; events: (OrderEvent & { at: string })[] }

/** How many orders there are, and the numbers of those that were not what their events say. */
export type Rebuilt = { orders: number; wrong: string[] }

/**
 * Makes every order from its events again and compares; with `mend`, what differs is written. Reads so
 * many at a time, in one moment each.
 */
export async function rebuildOrders({ mend }: { mend: boolean }): Promise<Rebuilt> {
  const rebuilt: Rebuilt = { orders: 0, wrong: [] }
  for (let after = 0; ;) {
    const batch = await sql<Stored>(STORED, [after, BATCH])
    for (const stored of batch) {
      const told = ordersOf(stored)
      if (isDeepStrictEqual(comparable(told), comparable(stored))) continue
      rebuilt.wrong.push(stored.number)
      if (mend) await write(stored.id, told)
    }
    rebuilt.orders += batch.length
    if (batch.length < BATCH) return rebuilt
    after = batch.at(-1)!.id
  }
}

function ordersOf({ number, events }: Stored): Order {
  let order: Order | undefined
  for (const { at, ...event } of events) order = evolve(order, event, new Date(at))
  if (!order) throw new Error(`order ${number} has no events`)
  return order
}

const FIELDS = [
  ...['version', 'state', 'paymentState', 'deliveryState', 'paymentMethod', 'shippingOption'],
  ...['governorate', 'locale', 'subtotal', 'discount', 'shipping', 'tax', 'total'],
] as (keyof Order)[]

/** What has to be the same, in an order of its own. */
const comparable = (order: Order) => [
  ...FIELDS.map((field) => order[field]),
  ...[order.placedAt.getTime(), order.stateSince.getTime()],
  ...order.lines.map(lineValues),
]

const lineValues = (line: OrderLine) => [
  ...[line.productId, line.sku, line.nameFr, line.nameAr],
  // Orders of before promotions do not tell.
  ...[line.quantity, line.unitPrice, line.taxRate, line.lineTotal, line.discount ?? 0],
]

const STORED = `
  select ${ORDER_COLUMNS},
    (select json_agg(json_build_object('type', type, 'data', data, 'at', at) order by version)
     from order_events e where e.order_id = o.id) as events
  from orders o where o.id > $1 order by o.id limit $2`

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

async function write(id: number, order: Order) {
  const pieces = order.lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const fields = FIELDS.map((field) => order[field])
  await sql(WRITE, [
    ...[id, ...fields, order.placedAt, order.stateSince, pieces],
    JSON.stringify(order.lines),
  ])
}
