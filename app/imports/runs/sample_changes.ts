import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/** A field that an import would change, or a record that it would create (`field` is `*`). */
export interface Change {
  entity: string
  label: string
  field: string
  before: unknown
  after: unknown
}

/** So many examples are told of records that change, and of those that are new. */
export const MOST_UPDATED = 12
export const MOST_CREATED = 5

/** Examples of what this transaction has written for a run, as many as are still wanted. */
export async function sampleChanges(
  runId: number,
  known: Change[],
  trx: TransactionClientContract
): Promise<Change[]> {
  const created = known.filter(({ field }) => field === '*').length
  const values = [`import:${runId}`, MOST_UPDATED - known.length + created, MOST_CREATED - created]
  if (Number(values[1]) <= 0 && Number(values[2]) <= 0) return []
  return sql<Change>(SAMPLE, values, trx)
}

const named = (value: string) => `
  case e.key
    when 'brand_id' then (select to_jsonb(name) from brands where id = (${value} #>> '{}')::int)
    when 'category_id' then (select to_jsonb(name_fr) from categories where id = (${value} #>> '{}')::int)
    else ${value}
  end`

const SAMPLE = `
  (select a.entity, a.label, e.key as field, ${named('e.value -> 0')} as before, ${named('e.value -> 1')} as after
   from (select * from audit_log where cause = $1 and action = 'updated' order by id limit 200) a,
     jsonb_each(a.changes) e
   -- Fitments come by the hundred, as ids.
   where e.key <> 'fitments'
   order by a.id, e.key limit greatest($2, 0))
  union all
  (select entity, label, '*', null, null from audit_log
   where cause = $1 and action = 'created' and entity <> 'attributes'
   order by entity <> 'products', id limit greatest($3, 0))`
