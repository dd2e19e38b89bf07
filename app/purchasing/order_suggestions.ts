import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { addToDraft, openDraft } from '#app/purchasing/add_to_draft'
import {
  purchaseSuggestionsQuery,
  type Suggestion,
} from '#app/purchasing/purchase_suggestions_query'

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
  const order = await openDraft(supplierId, acting, trx)
  const known = new Set(order.lines.map(({ sku }) => sku))
  const added = suggestions
    .filter(({ sku }) => !known.has(sku))
    .map(({ sku, quantity }) => ({ sku, quantity }))
  await addToDraft(order, added, trx)
  return { number: order.number, supplier: order.supplier, lines: added.length }
}
