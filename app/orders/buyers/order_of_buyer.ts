import type { HttpContext } from '@adonisjs/core/http'
import { visitorOf } from '#app/customers/acting_customer'
import { notFound } from '#app/platform/http/problem'
import { type KeptOrder, findOrder } from '#app/orders/order_query'
import { opensOrder } from '#app/orders/buyers/order_token'

/** The order of a number, for whoever has its token or is the customer who placed it; 404 for others. */
export async function orderOfBuyer(
  ctx: HttpContext,
  number: string,
  token?: string
): Promise<KeptOrder> {
  const order = await openedOrder(ctx, number, token)
  if (!order) throw notFound('order')
  return order
}

/** Whether a request comes with the token of an order, or from the customer who placed it. */
export async function isBuyerOf(
  ctx: HttpContext,
  number: string,
  token?: string
): Promise<boolean> {
  const order = await openedOrder(ctx, number, token)
  return order !== undefined
}

async function openedOrder(
  ctx: HttpContext,
  number: string,
  token?: string
): Promise<KeptOrder | undefined> {
  const customer = visitorOf(ctx)
  const hasToken = token !== undefined && opensOrder(token, number)
  const order = hasToken || customer ? await findOrder(number) : undefined
  return order && (hasToken || order.customerId === customer?.id) ? order : undefined
}
