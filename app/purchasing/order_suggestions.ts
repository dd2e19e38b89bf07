import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { expectLocation } from '#app/inventory/adjust_stock'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { insertDraft } from '#app/purchasing/draft_purchase_order'
import { lockPurchaseOrder } from '#app/purchasing/purchase_order_query'
import {
  purchaseSuggestionsQuery,
  type Suggestion,
} from '#app/purchasing/purchase_suggestions_query'
import { writeLines } from '#app/purchasing/write_lines'

export type Drafted = { number: string; supplier: string; lines: number }

/**
 * Puts what is suggested for these products onto drafts, one for each supplier: the open one when there is one.
 * What stands there already stays as it is, and what nobody offers, or is not low any more, is left out.
 */
export async function orderSuggestions(ids: number[], acting: Acting): Promise<Drafted[]> {
  const { page } = await purchaseSuggestionsQuery({ ids }, ids.length)
  const offered = page.filter(({ supplierId }) => supplierId !== null)
  const bySupplier = Map.groupBy(offered, ({ supplierId }) => supplierId!)
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const drafted: Drafted[] = []
    // In one order, so that two who order at once do not wait in a circle.
    for (const [supplierId, suggestions] of [...bySupplier].sort(([a], [b]) => a - b)) {
      drafted.push(await addTo(supplierId, suggestions, acting, trx))
    }
    return drafted
  })
}

async function addTo(
  supplierId: number,
  suggestions: Suggestion[],
  acting: Acting,
  trx: TransactionClientContract
): Promise<Drafted> {
  const number = await draftFor(supplierId, acting, trx)
  const order = await lockPurchaseOrder(number, trx)
  const there = order.lines.map(({ sku, ordered, cost }) => ({ sku, quantity: ordered, cost }))
  const known = new Set(there.map(({ sku }) => sku))
  const added = suggestions
    .filter(({ sku }) => !known.has(sku))
    .map(({ sku, quantity }) => ({ sku, quantity }))
  await writeLines(order, [...there, ...added], trx)
  return { number, supplier: order.supplier, lines: added.length }
}

/** Two who click at once get one draft: the supplier's row is held. */
async function draftFor(supplierId: number, acting: Acting, trx: TransactionClientContract) {
  await sql('select id from suppliers where id = $1 for no key update', [supplierId], trx)
  const [draft] = await sql<{ number: string }>(
    `select number from purchase_orders where supplier_id = $1 and state = 'draft' order by id desc limit 1`,
    [supplierId],
    trx
  )
  if (draft) return draft.number
  const place = { locationId: await expectLocation('depot'), expectedOn: null, notes: null }
  return insertDraft({ supplierId, ...place }, acting, trx)
}
