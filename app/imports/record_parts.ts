import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/**
 * What a batch changes beside the products themselves is noted here by the steps that change it, and
 * becomes one row of the audit log for each product that was there before: a rollback reads it there.
 * Numbers are what left and what came; attributes, pictures and stock are what was and what is.
 */
export async function prepareParts(trx: TransactionClientContract) {
  await sql(
    'create temporary table changed_parts (product_id integer, part text, before jsonb, after jsonb) on commit drop',
    [],
    trx
  )
}

/** Leaves what the steps have noted in the audit log. New products say it by being there. */
export async function recordParts(trx: TransactionClientContract) {
  await sql(
    `insert into audit_log (actor, source, action, entity, entity_id, label, changes, reason, cause, request_id, ip)
     select a.actor, a.source, 'updated', 'products', p.id::text, p.sku, c.changes, a.reason, a.cause, a.request_id, a.ip
     from (
       select product_id, jsonb_object_agg(part, jsonb_build_array(before, after)) as changes
       from (
         select product_id, part, before, after from changed_parts where part <> 'partNumbers'
         union all
         select product_id, part, coalesce(jsonb_agg(before) filter (where before is not null), '[]'),
           coalesce(jsonb_agg(after) filter (where after is not null), '[]')
         from changed_parts where part = 'partNumbers' group by 1, 2
       ) parts group by 1
     ) c join products p on p.id = c.product_id cross join acting() a`,
    [],
    trx
  )
}
