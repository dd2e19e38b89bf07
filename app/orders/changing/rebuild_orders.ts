import { isDeepStrictEqual } from 'node:util'
import { sql } from '#app/platform/database/sql'
import { ORDER_COLUMNS } from '#app/orders/order_query'
import type { OrderEvent, OrderLine } from '#app/orders/order_event'
import { evolve, type Order } from '#app/orders/order_state'
import { ORDER_FIELDS, writeOrder } from '#app/orders/placing/write_order'

const BATCH = 500

type Stored = Order & { id: number; number: string; events: (OrderEvent & { at: string })[] }

/** How many orders there are, and the numbers of those that were not what their events say. */
type Rebuilt = { orders: number; wrong: string[] }

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
      if (mend) await writeOrder(stored.id, told)
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

/** What has to be the same, in an order of its own. */
const comparable = (order: Order) => [
  ...ORDER_FIELDS.map((field) => order[field]),
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
