import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { expectLocation } from '#app/inventory/adjust_stock'
import type { Acting } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { insertDraft } from '#app/purchasing/draft_purchase_order'
import { lockedPurchaseOrder, type PurchaseOrder } from '#app/purchasing/purchase_order_query'
import { type WantedLine, writeLines } from '#app/purchasing/write_lines'

/** The open draft of a supplier, held; a new one without. Two who ask at once get one draft: the supplier's row is held. */
export async function openDraft(
  supplierId: number,
  acting: Acting,
  trx: TransactionClientContract
): Promise<PurchaseOrder> {
  await sql('select id from suppliers where id = $1 for no key update', [supplierId], trx)
  const [draft] = await sql<{ number: string }>(
    `select number from purchase_orders where supplier_id = $1 and state = 'draft' order by id desc limit 1`,
    [supplierId],
    trx
  )
  return lockedPurchaseOrder(draft?.number ?? (await beginDraft(supplierId, acting, trx)), trx)
}

/** Adds pieces to a draft: what stands there keeps its cost, and becomes more when it is added again. */
export function addToDraft(
  order: PurchaseOrder,
  added: WantedLine[],
  trx: TransactionClientContract
): Promise<void> {
  const there = order.lines.map(({ sku, ordered, cost }) => ({ sku, quantity: ordered, cost }))
  return writeLines(order, [...there, ...added], trx)
}

async function beginDraft(supplierId: number, acting: Acting, trx: TransactionClientContract) {
  const place = {
    locationId: await expectLocation('depot', { trx }),
    expectedOn: null,
    notes: null,
  }
  return insertDraft({ supplierId, ...place }, acting, trx)
}
