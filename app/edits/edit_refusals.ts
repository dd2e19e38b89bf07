import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { invoicesOfOrder, isStanding } from '#app/invoicing/invoice'
import { type KeptOrder } from '#app/orders/order_query'
import { mayHappen } from '#app/orders/order_state'
import { invalid } from '#app/platform/http/invalid'
import { Problem } from '#app/platform/http/problem'

/** Throws 409 once something of an order has left, it is cancelled, or an invoice says what it was. */
export async function expectEditable(
  order: KeptOrder,
  trx?: TransactionClientContract
): Promise<void> {
  const issued = await invoicesOfOrder(order.id, trx)
  const standing = issued.find(isStanding)
  if (standing) throw invoiced(standing.number)
  if (mayHappen(order, 'order.edited')) return
  const { number, state, paymentState, deliveryState } = order
  throw new Problem({
    status: 409,
    code: 'order_not_editable',
    title: 'This order cannot be changed any more',
    detail: `Order ${number} is ${state}, its payment ${paymentState}, its delivery ${deliveryState}. Only what has not left is changed.`,
  })
}

const invoiced = (invoice: string) =>
  new Problem({
    status: 409,
    code: 'order_invoiced',
    title: 'This order is invoiced',
    detail: `Invoice ${invoice} says what was sold. Credit it first, then change the order.`,
  })

export const nothingChanged = () =>
  invalid(
    'lines',
    'unchanged',
    'The order is like that already: change a line, the address or the delivery'
  )

export const notForSale = (sku: string) =>
  invalid('lines', 'sku', `There is nothing for sale with the SKU ${sku}`)

export const nothingLeft = () =>
  invalid('lines', 'emptied', 'An order has a line at least: cancel it instead')
