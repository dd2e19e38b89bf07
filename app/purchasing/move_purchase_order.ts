import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { queueMail } from '#app/platform/mail/queue_mail'
import PurchaseOrderMail from '#app/purchasing/mails/purchase_order_mail'
import { lockedPurchaseOrder, type PurchaseOrder } from '#app/purchasing/purchase_order_query'
import { mayMove, PURCHASE_MOVES, type PurchaseMove } from '#app/purchasing/purchase_order_state'
import { movedOn, noAddress, noLines } from '#app/purchasing/purchase_refusals'
import type { MoveInput } from '#app/purchasing/purchase_validators'

/**
 * Moves an order to a supplier on. Sending mails it to the supplier, unless somebody tells it by hand; the mail
 * leaves after the commit. Throws 404, and 409 where the order does not stand for it.
 */
export function movePurchaseOrder(
  number: string,
  move: PurchaseMove,
  { expectedOn, supplierReference, mail = true }: MoveInput,
  acting: Acting
): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const order = await lockedPurchaseOrder(number, trx)
    if (!mayMove(order.state, move)) throw movedOn(order)
    if (move === 'sending') await send(order, mail, trx)
    await sql(
      `update purchase_orders set state = $2, state_since = now(),
         sent_at = case when $3 then now() else sent_at end,
         expected_on = coalesce($4, expected_on), supplier_reference = coalesce($5, supplier_reference)
       where id = $1`,
      [
        ...[order.id, PURCHASE_MOVES[move].to, move === 'sending'],
        (expectedOn || undefined) ?? (move === 'sending' ? await expectedDay(order, trx) : null),
        supplierReference ?? null,
      ],
      trx
    )
  })
}

async function send(order: PurchaseOrder, mail: boolean, trx: TransactionClientContract) {
  if (order.lines.length === 0) throw noLines(order)
  if (!mail) return
  if (!order.supplierEmail) throw noAddress(order)
  await queueMail(
    new PurchaseOrderMail(order, order.supplierEmail),
    trx,
    `purchase-${order.number}`
  )
}

/** When the pieces should come, from what the supplier's deliveries took, else from what it says. */
async function expectedDay(order: PurchaseOrder, trx: TransactionClientContract) {
  if (order.expectedOn) return order.expectedOn
  const [{ day }] = await sql<{ day: string | null }>(
    `select (day_in_tunis() + coalesce(
       (select percentile_disc(0.5) within group (order by days) from lead_times where supplier_id = s.id),
       s.lead_days))::text as day
     from suppliers s where s.id = $1`,
    [order.supplierId],
    trx
  )
  return day
}
