import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { emitCategoriesRenamed } from '#app/catalogue/categories_renamed'
import { emitProductsChanged } from '#app/catalogue/products_changed'
import { removeCreated } from '#app/catalogue/undo_created'
import { LABELS } from '#app/catalogue/undo_labels'
import { restoreFields } from '#app/catalogue/undo_fields'
import { restoreParts } from '#app/catalogue/undo_parts'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'

/** A value that somebody else has changed since, so that it was left as it is. */
export interface Conflict {
  entity: string
  id: number
  /** How people call the record: its SKU, its name. */
  label: string
  /** `price`, `attributes.largeur`; `*` when the whole record stays. */
  field: string
  now: unknown
  wanted: unknown
}

export interface Undoing {
  trx: TransactionClientContract
  /** What is undone, such as `import:12`. */
  cause: string
  entity: Undoable
}

export type Undoable = keyof typeof LABELS

/** Products first: they free the attributes, categories and brands that came with them. */
const UNDOABLE: Undoable[] = ['products', 'attributes', 'categories', 'brands']

const BATCH = 1_000

/**
 * Takes back everything that was written under a cause (`import:12`, `bulk:7`), from the audit log: fields
 * return to what they were, what was created is removed. A value that is no longer what the cause made of
 * it is a conflict and stays. Works in batches that commit; the same call after a crash goes on. The undo
 * has a cause of its own, `undo:…`.
 *
 * @param guard runs first in every transaction; throws when the work is no longer the caller's
 */
export async function undoChanges(
  cause: string,
  acting: Acting,
  guard?: (trx: TransactionClientContract) => Promise<void>
): Promise<{ undone: number; conflicts: Conflict[] }> {
  const conflicts: Conflict[] = []
  const author = { ...acting, cause: `undo:${cause}` }
  for (const entity of UNDOABLE) {
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
async function recordsOf(cause: string, entity: Undoable): Promise<number[][]> {
  const rows = await sql<{ id: number }>(
    `select distinct entity_id::int as id from audit_log where cause = $1 and entity = $2 order by 1 desc`,
    [cause, entity]
  )
  const ids = rows.map(({ id }) => id)
  const batches = []
  for (let at = 0; at < ids.length; at += BATCH) batches.push(ids.slice(at, at + BATCH))
  return batches
}

async function undoRecords(undoing: Undoing, ids: number[]): Promise<Conflict[]> {
  const { trx, entity } = undoing
  await trx.rawQuery(`set local statement_timeout = '5min'`)
  await sql(`select from ${entity} where id = any($1::int[]) order by id for update`, [ids], trx)
  const fields = await restoreFields(undoing, ids)
  const parts = entity === 'products' ? await restoreParts(undoing, ids) : []
  const kept = await removeCreated(undoing, ids)
  if (entity === 'categories') await emitCategoriesRenamed(fields.restored, trx)
  else if (entity === 'products') await emitProductsChanged(fields.restored, trx)
  await bumpEpochs(['catalogue'], trx)
  return [...fields.conflicts, ...parts, ...kept]
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

async function stuck(entity: Undoable, id: number): Promise<Conflict> {
  const [record] = await sql<{ label: string }>(
    `select ${LABELS[entity]}::text as label from ${entity} where id = $1`,
    [id]
  )
  return { entity, id, label: record?.label ?? String(id), field: '*', now: null, wanted: null }
}

/** Also what an earlier attempt undid before it was interrupted. */
async function countUndone(cause: string): Promise<number> {
  const [{ count }] = await sql<{ count: number }>(
    'select count(distinct (entity, entity_id))::int as count from audit_log where cause = $1',
    [cause]
  )
  return count
}
