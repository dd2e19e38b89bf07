import db from '@adonisjs/lucid/services/db'
import BulkEdit, { AT_ONCE } from '#app/catalogue/bulk/bulk_edit'
import { type Guard, workOnEdits } from '#app/catalogue/bulk/work_on_edit'
import { UNDOABLE_CATALOGUE } from '#app/catalogue/undoable_catalogue'
import { undoChanges } from '#app/platform/audit/undo/undo_changes'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { Problem } from '#app/platform/http/problem'
import { enqueue } from '#app/platform/jobs/enqueue'
import { defineJob } from '#app/platform/jobs/job'

/**
 * Takes a change of many products back: every value that is still what the change made of it. Throws
 * 404, and 409 when it cannot be undone: not done yet, undone already, or older than seven days.
 */
export async function startUndo(id: number, acting: Acting): Promise<void> {
  const edit = await db.transaction(async (trx) => {
    await actAs(trx, acting)
    const locked = await BulkEdit.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
    if (!locked.mayBeUndone) throw notUndoable()
    await locked.merge({ state: 'undoing', undoneBy: acting.actor }).save()
    if (locked.changed > AT_ONCE) await enqueue(undoBulkEditJob, { id }, { trx, key: String(id) })
    return locked
  })
  if (edit.changed <= AT_ONCE) await undoBulkEdit(id)
}

const undoBulkEditJob = defineJob<{ id: number }>({
  name: 'catalogue.bulk_undo',
  ...workOnEdits('undoing', undoBulkEdit),
})

/** May run again after a crash: what is back already is no longer what the change made of it. */
async function undoBulkEdit(id: number, guard?: Guard): Promise<void> {
  const edit = await BulkEdit.findOrFail(id)
  if (edit.state !== 'undoing') return
  const acting = { actor: edit.pressedBy, source: 'job' } as const
  const { conflicts } = await undoChanges(edit.cause, UNDOABLE_CATALOGUE, acting, guard)
  await edit.merge({ conflicts }).endAs('undone')
}

function notUndoable() {
  return new Problem({
    status: 409,
    code: 'not_undoable',
    title: 'This change cannot be undone',
    detail: 'It is not done yet, undone already, or older than seven days.',
  })
}
