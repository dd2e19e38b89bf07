import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { KINDS } from '#app/catalogue/bulk/bulk_change'
import BulkEdit from '#app/catalogue/bulk/bulk_edit'
import { emitProductsChanged } from '#app/catalogue/products/products_changed'
import { actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { type Guard, workOnEdits } from '#app/catalogue/bulk/work_on_edit'
import { defineJob } from '#app/platform/jobs/job'

const BATCH = 500

/**
 * Changes the products of a running edit, batch by batch; each batch commits with how far it got, so
 * that a run after a crash goes on where the last one was.
 */
export async function runBulkEdit(id: number, guard: Guard = async () => {}): Promise<void> {
  const next = async (trx: TransactionClientContract) => {
    await guard(trx)
    return changeBatch(id, trx)
  }
  while (await db.transaction(next));
}

export const runBulkEditJob = defineJob<{ id: number }>({
  name: 'catalogue.bulk_edit',
  ...workOnEdits('running', runBulkEdit),
})

/** Changes the next products; false when none were left. */
async function changeBatch(id: number, trx: TransactionClientContract): Promise<boolean> {
  const edit = await BulkEdit.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
  if (edit.state !== 'running') return false
  await actAs(trx, { actor: edit.pressedBy, source: 'job', cause: edit.cause })
  const batch = edit.productIds!.filter((each) => each > edit.lastProductId).slice(0, BATCH)
  if (batch.length === 0) {
    await edit.endAs('done')
    return false
  }
  const changed = await change(edit, batch, trx)
  edit.done += batch.length
  edit.changed += changed.length
  edit.lastProductId = batch.at(-1)!
  await edit.save()
  await emitProductsChanged(changed, trx)
  return true
}

async function change(
  edit: BulkEdit,
  ids: number[],
  trx: TransactionClientContract
): Promise<number[]> {
  const kind: (typeof KINDS)[keyof typeof KINDS] & { also?: string } = KINDS[edit.change.kind]
  const also = kind.also ? `, ${kind.also}` : ''
  const rows = await sql<{ id: number }>(
    `update products p set ${kind.column} = ${kind.after}${also}, version = p.version + 1, updated_at = now()
     where p.id = any ($1::int[]) and p.deleted_at is null and ${kind.eligible}
       and p.${kind.column} is distinct from ${kind.after}
     returning p.id`,
    [ids, edit.change.value],
    trx
  )
  return rows.map((row) => row.id)
}
