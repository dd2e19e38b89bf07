import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'
import type { OrderItem } from '#app/orders/desk/orders_query'

/** An order among those of a customer. `total` in millimes. */
export type OwnOrder = Omit<
  OrderItem,
  'fullName' | 'phone' | 'isWalkIn' | 'stateSince' | 'governorate'
>

const ORDER = 'customer-orders:id:desc'

/** A page of the orders of a customer, newest first. */
export async function customerOrdersQuery(customerId: number, limit: number, cursor?: string) {
  const before = cursor ? decodeCursor(ORDER, cursor).id : Number.MAX_SAFE_INTEGER
  const rows = await sql<OwnOrder>(
    `select id, number, state, payment_state as "paymentState", delivery_state as "deliveryState",
       payment_method as "paymentMethod", pieces, total, placed_at as "placedAt"
     from orders where customer_id = $1 and id < $2 order by id desc limit $3`,
    [customerId, before, limit + 1]
  )
  return pageOf(rows, limit, ORDER)
}
