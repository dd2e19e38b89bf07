import db from '@adonisjs/lucid/services/db'
import { placedPurchase } from '#app/checkout/placed_purchase'
import { decideEdit, type OrderEdit } from '#app/edits/decide_edit'
import { expectEditable } from '#app/edits/edit_refusals'
import { orderQuery } from '#app/orders/order_query'
import { sql } from '#app/platform/database/sql'
import { expectVersion } from '#app/platform/http/expect_version'

/** What an order would cost, in millimes; `difference` to what it costs now. */
export type EditTotals = {
  subtotal: number
  discount: number
  shipping: number
  total: number
  difference: number
}

/**
 * What an order would cost after an edit, by what decides it when it is saved. Nothing is written, and no piece is
 * held. Throws as `editOrder` does, except for pieces that are gone and for no change at all.
 */
export function calculateEdit(
  number: string,
  edit: OrderEdit,
  version: number
): Promise<EditTotals> {
  return db.transaction(async (trx) => {
    await sql('set transaction read only', [], trx)
    const order = await orderQuery(number, trx)
    expectVersion(order, version)
    await expectEditable(order, trx)
    const { decided, terms } = await decideEdit(order, edit, trx)
    const { subtotal, discount, shipping, total } = placedPurchase(decided, terms)
    return { subtotal, discount, shipping, total, difference: total - order.total }
  })
}
