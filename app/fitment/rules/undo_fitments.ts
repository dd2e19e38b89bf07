import { followRulesOf } from '#app/fitment/rules/follow_rules'
import type { Conflict, Undoable, Undoing } from '#app/platform/audit/undo/undoable'
import { sql } from '#app/platform/database/sql'

/** Fitments of products, as `recordFitments` has left them in the log. */
export const UNDOABLE_FITMENTS: Undoable = {
  table: 'products',
  label: 'sku',
  // Some have hundreds of fitments.
  batch: 200,
  restoreMore: takeBackFitments,
  tags: ['catalogue'],
}

/**
 * Takes from products what the cause said fits them. What others have taken away meanwhile is gone
 * already, and what rules of others give comes back: nothing can be in the way.
 */
async function takeBackFitments({ trx, cause }: Undoing, ids: number[]): Promise<Conflict[]> {
  const values = [cause, ids.map(String)]
  await sql(DROP_VEHICLES, values, trx)
  await sql(DROP_RULES, values, trx)
  await followRulesOf(ids, trx)
  await sql(RECORD, values, trx)
  return []
}

/** What an interrupted undo has taken away already may have been said again since. */
const ADDED = `
  from audit_log a where a.cause = $1 and a.entity = 'products' and a.entity_id = any($2::text[])
    and jsonb_exists(a.changes, 'fitments') and not exists (
      select from audit_log u where u.cause = 'undo:' || $1 and u.entity = 'products' and u.entity_id = a.entity_id)`

const DROP_VEHICLES = `
  delete from fitments f using (
    select added.product_id, (v ->> 0)::int as vehicle_type_id, v ->> 1 as position, (v ->> 2)::int as condition_id
    from (select entity_id::int as product_id, changes #> '{fitments,1,vehicles}' as vehicles ${ADDED}) added,
      jsonb_array_elements(added.vehicles) v
  ) d
  where f.product_id = d.product_id and f.vehicle_type_id = d.vehicle_type_id and f.position = d.position
    and f.condition_id = d.condition_id and f.rule_id is null`

const DROP_RULES = `
  delete from fitment_rules where id in (
    select (rule #>> '{}')::bigint
    from (select changes #> '{fitments,1,rules}' as rules ${ADDED}) added, jsonb_array_elements(added.rules) rule)`

const RECORD = `
  insert into audit_log (actor, source, action, entity, entity_id, label, changes, reason, cause, request_id, ip)
  select b.actor, b.source, 'updated', 'products', a.entity_id, a.label,
    jsonb_build_object('fitments', jsonb_build_array(a.changes #> '{fitments,1}', null)), b.reason, b.cause, b.request_id, b.ip
  from (select * ${ADDED} order by a.id) a cross join acting() b`
