import type { Conflict, Undoable, Undoing } from '#app/catalogue/undo_changes'
import { LABELS } from '#app/catalogue/undo_labels'
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
    `select '${entity}' as entity, id, label, field, present as now, before as wanted from undoing
     where present is distinct from after and present is distinct from before order by id, field`,
    [],
    trx
  )
  const restored = await sql<{ id: number }>(await setBack(entity, undoing), [], trx)
  return { restored: restored.map(({ id }) => id), conflicts }
}

/**
 * First value before, last value after and present value of every field that the cause changed. They go
 * through the type of the column, so that equal values are equal.
 */
const netChanges = (entity: Undoable) => `
  create temporary table undoing on commit drop as
  select t.id, t.${LABELS[entity]}::text as label, f.field, to_jsonb(t) -> f.field as present,
    to_jsonb(jsonb_populate_record(t, jsonb_build_object(f.field, f.before))) -> f.field as before,
    to_jsonb(jsonb_populate_record(t, jsonb_build_object(f.field, f.after))) -> f.field as after
  from (
    select a.entity_id::int as id, e.key as field,
      (array_agg(e.value -> 0 order by a.id))[1] as before,
      (array_agg(e.value -> 1 order by a.id desc))[1] as after
    from audit_log a cross join jsonb_each(a.changes) e
    where a.cause = $1 and a.entity = '${entity}' and a.entity_id = any($2::text[]) and a.action <> 'created'
    group by 1, 2
  ) f
  join ${entity} t on t.id = f.id and t.id = any($3::int[])
  where jsonb_exists(to_jsonb(t), f.field)`

async function setBack(entity: Undoable, { trx }: Undoing): Promise<string> {
  const columns = await sql<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
       and attgenerated = '' and attidentity = '' and attname <> all (array['id', 'version', 'created_at', 'updated_at'])`,
    [entity],
    trx
  )
  const names = columns.map(({ name }) => name).join(', ')
  const values = columns.map(({ name }) => `r.${name}`).join(', ')
  const marks = { products: ', version = t.version + 1, updated_at = now()', attributes: '' }
  const mark = marks[entity as keyof typeof marks] ?? ', updated_at = now()'
  return `
    update ${entity} t set (${names}) = (select ${values} from jsonb_populate_record(t, u.wanted) r)${mark}
    from (select id, jsonb_object_agg(field, before) as wanted from undoing
          where present is not distinct from after and before is distinct from after group by id) u
    where t.id = u.id returning t.id`
}
