import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { removeCreated } from '#app/platform/audit/undo/remove_created'
import { restoreFields } from '#app/platform/audit/undo/restore_fields'
import type { Conflict, Undoable, Undoing } from '#app/platform/audit/undo/undoable'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'

const BATCH = 1_000

/**
 * Takes back everything that was written under a cause (`import:12`, `bulk:7`), from the audit log: fields
 * return to what they were, what was created is removed. A value that is no longer what the cause made of
 * it is a conflict and stays. Works in batches that commit; the same call after a crash goes on. The undo
 * has a cause of its own, `undo:…`.
 *
 * @param entities what refers to others comes before them, as it may hold them
 * @param guard runs first in every transaction; throws when the work is no longer the caller's
 */
export async function undoChanges(
  cause: string,
  entities: Undoable[],
  acting: Acting,
  guard?: (trx: TransactionClientContract) => Promise<void>
): Promise<{ undone: number; conflicts: Conflict[] }> {
  const conflicts: Conflict[] = []
  const author = { ...acting, cause: `undo:${cause}` }
  for (const entity of entities) {
    for (const ids of await recordsOf(cause, entity)) {
      const run = async (some: number[]) => {
        const found = await db.transaction(async (trx) => {
          await guard?.(trx)
          await actAs(trx, author)
          return undoRecords({ trx, cause, entity }, some)
        })
        conflicts.push(...found)
      }
      conflicts.push(...(await inPieces(entity, ids, run)))
    }
  }
  return { undone: await countUndone(author.cause), conflicts }
}

/** Ids of the records that were written, in batches; what is made of others comes before them. */
async function recordsOf(cause: string, { table, batch = BATCH }: Undoable): Promise<number[][]> {
  const rows = await sql<{ id: number }>(
    `select distinct entity_id::int as id from audit_log where cause = $1 and entity = $2 order by 1 desc`,
    [cause, table]
  )
  const ids = rows.map(({ id }) => id)
  const batches = []
  for (let at = 0; at < ids.length; at += batch) batches.push(ids.slice(at, at + batch))
  return batches
}

async function undoRecords(undoing: Undoing, ids: number[]): Promise<Conflict[]> {
  const { trx, entity } = undoing
  await trx.rawQuery(`set local statement_timeout = '5min'`)
  const lock = `select from ${entity.table} where id = any($1::int[]) order by id for update`
  await sql(lock, [ids], trx)
  const fields = await restoreFields(undoing, ids)
  const more = (await entity.restoreMore?.(undoing, ids)) ?? []
  const kept = await removeCreated(undoing, ids)
  if (fields.restored.length) await entity.restored?.(fields.restored, trx)
  await bumpEpochs(entity.tags, trx)
  return [...fields.conflicts, ...more, ...kept]
}

/**
 * What breaks a rule of the database (a name that is taken by now) fails with all of its batch: halves it
 * until the record is found that cannot go back, and tells of that one.
 */
async function inPieces(
  entity: Undoable,
  ids: number[],
  run: (ids: number[]) => Promise<void>
): Promise<Conflict[]> {
  try {
    await run(ids)
    return []
  } catch (error) {
    if (!isAgainstRules(error)) throw error
    if (ids.length === 1) return [await stuck(entity, ids[0])]
    const half = Math.ceil(ids.length / 2)
    return [
      ...(await inPieces(entity, ids.slice(0, half), run)),
      ...(await inPieces(entity, ids.slice(half), run)),
    ]
  }
}

/** Class 23: integrity constraint violation. */
const isAgainstRules = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('23')

async function stuck({ table, label }: Undoable, id: number): Promise<Conflict> {
  const [record] = await sql<{ label: string }>(
    `select ${label}::text as label from ${table} where id = $1`,
    [id]
  )
  const called = record?.label ?? String(id)
  return { entity: table, id, label: called, field: '*', now: null, wanted: null }
}

/** Also what an earlier attempt undid before it was interrupted. */
async function countUndone(cause: string): Promise<number> {
  const [{ count }] = await sql<{ count: number }>(
    'select count(distinct (entity, entity_id))::int as count from audit_log where cause = $1',
    [cause]
  )
  return count
}
