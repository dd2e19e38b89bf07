import { COUNTER } from '#app/payments/by_hand/counter'
import { type Invoice, invoiceOf, invoicesOfOrder, isStanding } from '#app/invoicing/invoice'
import { type KeptOrder, orderQuery } from '#app/orders/order_query'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'

/** An order that was handed over in the shop, who wrote it, and its invoice that counts. */
export type CounterSale = { order: KeptOrder; soldBy: string; invoice?: Invoice }

/** Throws 404 for any other order. */
export async function counterSaleQuery(number: string): Promise<CounterSale> {
  const order = await orderQuery(number)
  if (!(await isHandedOver(order.id))) throw notFound('order')
  const [sale] = await sql<{ soldBy: string }>(
    'select actor as "soldBy" from order_events where order_id = $1 and version = 1',
    [order.id]
  )
  const issued = await invoicesOfOrder(order.id)
  const standing = issued.find(isStanding)
  return { order, ...sale, ...(standing && { invoice: await invoiceOf(standing.number) }) }
}

/** Whether something of an order was handed over in the shop. */
export async function isHandedOver(orderId: number): Promise<boolean> {
  const [{ is }] = await sql<{ is: boolean }>(
    'select exists (select from parcels where order_id = $1 and carrier = $2) as is',
    [orderId, COUNTER]
  )
  return is
}
