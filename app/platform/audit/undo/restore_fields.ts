import type { Conflict, Undoable, Undoing } from '#app/platform/audit/undo/undoable'
import { sql } from '#app/platform/database/sql'

/**
 * Sets fields back to what they were before the cause, where they still are what it made of them. Returns
 * the records that were set back and the fields that were not.
 */
export async function restoreFields(
  undoing: Undoing,
  ids: number[]
): Promise<{ restored: number[]; conflicts: Conflict[] }> {
  const { trx, cause, entity } = undoing
  await sql(netChanges(entity), [cause, ids.map(String), ids], trx)
  const conflicts = await sql<Conflict>(
    `select '${entity.table}' as entity, id, label, field, present as now, before as wanted from undoing
     where present is distinct from after and present is distinct from before order by id, field`,
    [],
    trx
  )
  const restored = await sql<{ id: number }>(await setBack(entity, undoing), [], trx)
  return { restored: restored.map(({ id }) => id), conflicts }
}

/**
 * First value before, last value after and present value of every field that the cause changed. They go
 * through the type of the column, so that equal values are equal. What the cause has made itself is removed
 * as it is.
 */
const netChanges = ({ table, label }: Undoable) => `
  create temporary table undoing on commit drop as
  select t.id, t.${label}::text as label, f.field, to_jsonb(t) -> f.field as present,
    to_jsonb(jsonb_populate_record(t, jsonb_build_object(f.field, f.before))) -> f.field as before,
    to_jsonb(jsonb_populate_record(t, jsonb_build_object(f.field, f.after))) -> f.field as after
  from (
    select a.entity_id::int as id, e.key as field,
      (array_agg(e.value -> 0 order by a.id))[1] as before,
      (array_agg(e.value -> 1 order by a.id desc))[1] as after
    from audit_log a cross join jsonb_each(a.changes) e
    where a.cause = $1 and a.entity = '${table}' and a.entity_id = any($2::text[]) and a.action <> 'created'
      and not exists (select from audit_log c where c.cause = $1 and c.entity = a.entity
        and c.entity_id = a.entity_id and c.action = 'created')
    group by 1, 2
  ) f
  join ${table} t on t.id = f.id and t.id = any($3::int[])
  where jsonb_exists(to_jsonb(t), f.field)`

async function setBack({ table, touch }: Undoable, { trx }: Undoing): Promise<string> {
  const columns = await sql<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
       and attgenerated = '' and attidentity = '' and attname <> all (array['id', 'version', 'created_at', 'updated_at'])`,
    [table],
    trx
  )
  const names = columns.map(({ name }) => name).join(', ')
  const values = columns.map(({ name }) => `r.${name}`).join(', ')
  const mark = touch ? `, ${touch}` : ''
  return `
    update ${table} t set (${names}) = (select ${values} from jsonb_populate_record(t, u.wanted) r)${mark}
    from (select id, jsonb_object_agg(field, before) as wanted from undoing
          where present is not distinct from after and before is distinct from after group by id) u
    where t.id = u.id returning t.id`
}
