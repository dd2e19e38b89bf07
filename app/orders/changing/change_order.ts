import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import { publish } from '#app/platform/events/outbox'
import { Problem } from '#app/platform/http/problem'
import type { OrderEvent } from '#app/orders/order_event'
import { evolve, mayHappen } from '#app/orders/order_state'
import { type KeptOrder, orderQuery } from '#app/orders/order_query'

type Change = Exclude<OrderEvent, { type: 'order.placed' }>

/**
 * Lets something happen to an order, as part of `trx`: the event, what it makes of the order, and the
 * event for after the commit. Throws 404 for an unknown order, 409 when it cannot happen to it as it
 * stands, or when something else happened to it at the same moment.
 */
export async function changeOrder(
  number: string,
  change: Change,
  actor: string,
  trx: TransactionClientContract
): Promise<KeptOrder> {
  const order = await orderQuery(number, trx)
  if (!mayHappen(order, change.type)) throw tooLate(order)
  const [at] = await sql<{ now: Date }>('select now()', [], trx)
  const changed = { ...order, ...evolve(order, change, at.now) }
  await append(order, changed, change, actor, trx)
  await publish(trx, {
    ...{ type: change.type, aggregate: 'order', aggregateId: number },
    payload: { orderId: order.id, version: changed.version },
  })
  return changed
}

/** Whoever finds the order at another version than it was seen at comes too late. */
const APPEND = `
  with moved as (
    update orders set version = $3, state = $4, payment_state = $5, delivery_state = $6, state_since = $7,
      payment_method = $11
    where id = $1 and version = $2 returning id
  )
  insert into order_events (order_id, version, type, data, actor)
  select id, $3, $8, $9, $10 from moved returning version`

async function append(
  seen: KeptOrder,
  changed: KeptOrder,
  { type, data }: Change,
  actor: string,
  trx: TransactionClientContract
) {
  const { version, state, paymentState, deliveryState, stateSince, paymentMethod } = changed
  const appended = await sql(
    APPEND,
    [
      ...[seen.id, seen.version, version, state, paymentState, deliveryState, stateSince],
      ...[type, JSON.stringify(data), actor, paymentMethod],
    ],
    trx
  )
  if (appended.length === 0) throw tooLate(seen)
}

const tooLate = ({ number, state }: KeptOrder) =>
  new Problem({
    status: 409,
    code: 'order_moved_on',
    title: 'That is not possible any more',
    detail: `Order ${number} is ${state}, or has just changed. Read it again.`,
  })
