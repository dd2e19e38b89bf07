import db from '@adonisjs/lucid/services/db'
import { fiscalStamp } from '#app/money/fiscal_stamp'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { invalid } from '#app/platform/http/invalid'
import { lockedOrder, type KeptOrder } from '#app/orders/order_query'
import { isPaid, type States } from '#app/orders/order_state'
import { draftInvoice } from '#app/invoicing/draft_invoice'
import { type Buyer, invoicesOfOrder, isStanding } from '#app/invoicing/invoice'
import { alreadyInvoiced, notDueYet } from '#app/invoicing/invoicing_refusals'
import { theSeller } from '#app/invoicing/seller'
import { today, writeDocument } from '#app/invoicing/write_document'

/** What staff says of the buyer; for the rest the contact of the order counts. */
type BuyerWish = { name?: string; taxId?: string; address?: string }

/** Whether an order may have an invoice: it has left or is paid, and was not taken back. */
export const isInvoiceable = (states: States): boolean =>
  states.state !== 'cancelled' && (isPaid(states) || hasLeftUnpaid(states))

const hasLeftUnpaid = ({ paymentState, deliveryState }: States) =>
  paymentState === 'due' && ['partially_shipped', 'shipped', 'delivered'].includes(deliveryState)

/**
 * Issues the invoice of an order and resolves with its number. Throws 404 for an unknown order, 409 when it is not to
 * be invoiced, has an invoice of which something still counts, or the settings name no seller.
 */
export function issueInvoice(
  orderNumber: string,
  wish: BuyerWish,
  acting: Acting
): Promise<string> {
  const seller = theSeller()
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const order = await lockedOrder(orderNumber, trx)
    if (!isInvoiceable(order)) throw notDueYet(order.number)
    const issued = await invoicesOfOrder(order.id, trx)
    const standing = issued.find(isStanding)
    if (standing) throw alreadyInvoiced(order.number, standing.number)
    const issuedOn = await today(trx)
    const draft = draftInvoice(order, fiscalStamp(issuedOn))
    const whose = { orderId: order.id, ofId: null, issuedOn, seller, buyer: buyerOf(order, wish) }
    const why = { reason: null, requestKey: null, actor: acting.actor }
    return writeDocument({ type: 'invoice', ...draft, ...whose, ...why }, trx)
  })
}

function buyerOf({ contact }: KeptOrder, { name, taxId, address }: BuyerWish): Buyer {
  const known = contact &&
    !contact.isWalkIn && [contact.address, contact.delegation, contact.postalCode]
  const called = name ?? contact?.fullName ?? null
  if (!called && !contact?.isWalkIn)
    throw invalid('buyer', 'required', 'The order does not know its buyer any more: name one')
  return {
    name: called,
    taxId: taxId ?? null,
    address: address ?? (known ? known.filter(Boolean).join(', ') : null),
  }
}
