import { sql, sqlPlannedFor } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'
import { soughtOrders } from '#app/orders/desk/sought_orders'
import type { States } from '#app/orders/order_state'

/** An order as the desk lists it. `total` in millimes. */
export type OrderItem = States & {
  id: number
  number: string
  paymentMethod: string
  governorate: string
  pieces: number
  total: number
  placedAt: Date
  stateSince: Date
  fullName: string | null
  phone: string | null
  /** Bought at the counter; without a name, nobody was asked for one. */
  isWalkIn: boolean
}

export type OrdersAsked = { q?: string; state?: States['state'] }

const ORDER = 'orders:id:desc'

/** A page of orders, newest first: of a state, with a number, or of somebody by name or telephone, or part of either. */
export async function ordersQuery({ q, state }: OrdersAsked, limit: number, cursor?: string) {
  const before = cursor ? decodeCursor(ORDER, cursor).id : Number.MAX_SAFE_INTEGER
  const values: unknown[] = [before, limit + 1]
  const given = (value: unknown) => `$${values.push(value)}`
  const conditions = [
    'o.id < $1',
    ...(state ? [`o.state = ${given(state)}`] : []),
    ...(q ? soughtOrders(q, given) : []),
  ]
  const rows = await sqlPlannedFor<OrderItem>(
    `select o.id, o.number, o.state, o.payment_state as "paymentState", o.delivery_state as "deliveryState",
       o.payment_method as "paymentMethod", o.governorate, o.pieces, o.total, o.placed_at as "placedAt",
       o.state_since as "stateSince", c.full_name as "fullName", c.phone, coalesce(c.is_walk_in, false) as "isWalkIn"
     from orders o left join order_contacts c on c.order_id = o.id
     where ${conditions.join(' and ')}
     order by o.id desc limit $2`,
    values
  )
  return pageOf(rows, limit, ORDER)
}

/** How many orders are in the states that wait for somebody, and since when the oldest. */
export async function waitingOrders(): Promise<
  Record<'placed' | 'confirmed', { count: number; since: Date | null }>
> {
  const rows = await sql<{ state: 'placed' | 'confirmed'; count: number; since: Date | null }>(
    `select w.state, count(o.id)::int as count, min(o.state_since) as since
     from unnest(array['placed', 'confirmed']) w (state)
     left join orders o on o.state = w.state and o.state in ('placed', 'confirmed') group by 1`
  )
  const of = (state: string) => rows.find((row) => row.state === state)!
  return { placed: of('placed'), confirmed: of('confirmed') }
}

export async function countOrders(): Promise<number> {
  const [{ count }] = await sql<{ count: number }>('select count(*)::int as count from orders')
  return count
}
