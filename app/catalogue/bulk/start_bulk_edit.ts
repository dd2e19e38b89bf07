import db from '@adonisjs/lucid/services/db'
import { type BulkKind, bulkValue } from '#app/catalogue/bulk/bulk_change'
import BulkEdit, { AT_ONCE } from '#app/catalogue/bulk/bulk_edit'
import { runBulkEdit, runBulkEditJob } from '#app/catalogue/bulk/run_bulk_edit'
import { allProductIds } from '#app/catalogue/products/product_rows_query'
import { filterOfSearch } from '#app/catalogue/products/product_filter'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { Problem } from '#app/platform/http/problem'
import { enqueue } from '#app/platform/jobs/enqueue'

type Chosen = { kind: BulkKind; ids?: number[]; filter?: string }

/** Notes what was chosen; nothing is changed before somebody has seen what would be. */
export function proposeBulkEdit({ kind, ids, filter }: Chosen, acting: Acting): Promise<BulkEdit> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const edit = new BulkEdit().useTransaction(trx)
    edit.merge({ change: { kind }, state: 'preview', actor: acting.actor })
    if (filter === undefined) edit.productIds = ids ?? []
    else edit.filter = filter
    return edit.save()
  })
}

/**
 * Begins the change, once: the products are those of the list at this moment. Up to 500 are changed
 * before this resolves. Throws 409 when it was begun already.
 */
export async function startBulkEdit(id: number, value: string, acting: Acting): Promise<void> {
  const edit = await db.transaction(async (trx) => {
    await actAs(trx, acting)
    const locked = await BulkEdit.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
    if (!locked.mayBecome('running')) throw begunAlready()
    const { kind } = locked.change
    locked.productIds = await chosenIds(locked)
    locked.total = locked.productIds.length
    locked.change = { kind, value: await bulkValue(kind, value), shown: value }
    locked.state = 'running'
    locked.runBy = acting.actor
    await locked.save()
    if (locked.total > AT_ONCE) await enqueue(runBulkEditJob, { id }, { trx, key: String(id) })
    return locked
  })
  if (edit.total <= AT_ONCE) await runBulkEdit(id)
}

/** The products of a change that has not begun, in the order in which they are changed. */
async function chosenIds({ productIds, filter }: BulkEdit): Promise<number[]> {
  const ids = productIds ?? (await allProductIds(await filterOfSearch(filter ?? '')))
  return [...ids].sort((a, b) => a - b)
}

function begunAlready() {
  return new Problem({
    status: 409,
    code: 'begun_already',
    title: 'This change has begun already',
    detail: 'Look at its progress, or choose the products again.',
  })
}
