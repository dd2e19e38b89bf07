import type { Conflict, Undoable, Undoing } from '#app/platform/audit/undo/undoable'
import { sql } from '#app/platform/database/sql'

type Created = { id: number; label: string; isKept: boolean; isUsed: boolean }

/**
 * Removes what the cause created, for good: a record that is only hidden would refuse the corrected list.
 * What was changed since, or is used by something else, stays and is told.
 */
export async function removeCreated(undoing: Undoing, ids: number[]): Promise<Conflict[]> {
  const { trx, cause, entity } = undoing
  const find = await createdRecords(entity, trx)
  for (;;) {
    const created = await sql<Created>(find, [cause, ids.map(String), ids], trx)
    const unwanted = created.filter(({ isKept, isUsed }) => !isKept && !isUsed)
    // What is left may have been used by what just went, as a branch by its twigs.
    if (!unwanted.length) return created.map((record) => keptConflict(entity, record))
    await remove(
      undoing,
      unwanted.map(({ id }) => id)
    )
  }
}

const keptConflict = ({ table }: Undoable, { id, label, isKept }: Created): Conflict => ({
  entity: table,
  id,
  label,
  field: '*',
  now: isKept ? 'changed' : 'used',
  wanted: 'removed',
})

async function remove({ trx, entity }: Undoing, ids: number[]) {
  await entity.removing?.(ids, trx)
  await sql(`delete from ${entity.table} where id = any($1::int[])`, [ids], trx)
}

async function createdRecords(entity: Undoable, trx: Undoing['trx']): Promise<string> {
  const { table, label } = entity
  return `
    select t.id, t.${label}::text as label, exists (
        select from audit_log later
        where later.entity = '${table}' and later.entity_id = c.entity_id and later.id > c.id
          and later.cause is distinct from $1) as "isKept",
      ${await usesOf(entity, trx)} as "isUsed"
    from audit_log c join ${table} t on t.id = c.entity_id::int and t.id = any($3::int[])
    where c.cause = $1 and c.entity = '${table}' and c.entity_id = any($2::text[]) and c.action = 'created'
    order by t.id desc`
}

/** A condition: some table refers to record `t`, besides those that are parts of it. */
async function usesOf({ table, parts = [], noUse = {} }: Undoable, trx: Undoing['trx']) {
  const references = await sql<{ by: string; column: string }>(
    `select c.conrelid::regclass::text as by, a.attname as "column"
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.confrelid = $1::regclass order by 1, 2`,
    [table],
    trx
  )
  const uses = references
    .filter(({ by }) => !parts.includes(by))
    .map(({ by, column }) => {
      const others = by in noUse ? ` and (${noUse[by]}) is not true` : ''
      return `exists (select from ${by} r where r.${column} = t.id${others})`
    })
  return uses.length ? `(${uses.join(' or ')})` : 'false'
}
