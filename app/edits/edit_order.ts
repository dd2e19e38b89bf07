import db from '@adonisjs/lucid/services/db'
import { placedPurchase, worthOf } from '#app/checkout/placed_purchase'
import { missingOf } from '#app/inventory/stock_refusals'
import { decideEdit, type OrderEdit } from '#app/edits/decide_edit'
import { expectEditable, nothingChanged } from '#app/edits/edit_refusals'
import { amendStock } from '#app/inventory/reservations'
import { changeOrder } from '#app/orders/changing/change_order'
import { lockedOrder, type KeptOrder } from '#app/orders/order_query'
import type { Edited, OrderLine, Placed } from '#app/orders/order_event'
import { holderOfOrder } from '#app/orders/placing/place_order'
import { writeContact } from '#app/orders/placing/write_contact'
import { writeOrder } from '#app/orders/placing/write_order'
import { askOtherAmount } from '#app/payments/by_hand/ask_other_amount'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { expectVersion } from '#app/platform/http/expect_version'
import { amendPromotions } from '#app/pricing/redeem'

/**
 * Changes an order before anything of it has left, in one commit with its stock, its promotions and what is asked
 * or paid back for it. What is paid, or may be paid online, only gets cheaper. Lines that stay keep their
 * price, a new one costs what it costs today.
 *
 * Throws
 * - 404 for an order that is not there,
 * - 409 when it cannot be changed any more, or pieces are gone,
 * - 412 when it has moved on since `version`,
 * - 422 for a part that is not sold, shipping that is not offered there, or no change at all.
 */
export function editOrder(
  number: string,
  edit: OrderEdit,
  { version, acting }: { version?: number; acting: Acting }
): Promise<KeptOrder> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const order = await lockedOrder(number, trx)
    expectVersion(order, version)
    await expectEditable(order, trx)
    const { decided, terms } = await decideEdit(order, edit, trx)
    const data = editedBy(order, edit, placedPurchase(decided, terms))
    const changed = await changeOrder(number, { type: 'order.edited', data }, acting.actor, trx)
    await writeOrder(order.id, changed, trx)
    if (edit.address) await writeContact(order.id, edit.address, trx)
    await askOtherAmount(order, changed.total, acting.actor, trx)
    // What everybody wants comes last: its rows are locked until the commit.
    await amendPromotions(holderOfOrder(number), worthOf(decided), trx)
    const missing = await amendStock(holderOfOrder(number), changed.lines, trx)
    if (missing.length) throw missingOf(missing, changed.lines)
    return changed
  })
}

/** What the event tells: the order as it will be, and what of it is new. Throws 422 when nothing is. */
function editedBy(order: KeptOrder, { reason, address }: OrderEdit, placed: Placed): Edited {
  const { paymentMethod, locale, ...after } = placed
  const changes = changesOf(order.lines, after.lines)
  const isReaddressed = address !== undefined
  const isSameWay = after.shippingOption === order.shippingOption
  if (changes.length === 0 && !isReaddressed && isSameWay) throw nothingChanged()
  return { reason, changes, isReaddressed, after }
}

function changesOf(before: OrderLine[], after: OrderLine[]): Edited['changes'] {
  const piecesIn = (lines: OrderLine[], sku: string) =>
    lines.filter((line) => line.sku === sku).reduce((sum, { quantity }) => sum + quantity, 0)
  return [...new Set([...before, ...after].map(({ sku }) => sku))]
    .map((sku) => ({ sku, from: piecesIn(before, sku), to: piecesIn(after, sku) }))
    .filter(({ from, to }) => from !== to)
}
