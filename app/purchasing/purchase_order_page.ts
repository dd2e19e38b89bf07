import { locationsQuery } from '#app/inventory/stock_levels_query'
import { withAuthors } from '#app/platform/audit/authors'
import { type Reader, readableEntries } from '#app/platform/audit/readable_entries'
import { recordHistoryQuery } from '#app/platform/audit/record_history_query'
import {
  differenceOf,
  purchaseOrderQuery,
  receiptsQuery,
  totalOf,
} from '#app/purchasing/purchase_order_query'
import { MOVE_NAMES, mayMove, mayReceive } from '#app/purchasing/purchase_order_state'

/** All that the sheet of an order to a supplier shows. Throws 404. */
export async function purchaseOrderPage(number: string, reader: Reader) {
  const order = await purchaseOrderQuery(number)
  const [places, receipts, history] = await Promise.all([
    locationsQuery(),
    receiptsQuery(order.id).then((rows) => withAuthors(rows)),
    recordHistoryQuery('purchase_orders', String(order.id)),
  ])
  return {
    ...{ order, places, receipts, differenceOf, total: totalOf(order) },
    moves: MOVE_NAMES.filter((move) => mayMove(order.state, move)),
    canReceive: mayReceive(order.state),
    entries: await readableEntries(history, reader),
  }
}
