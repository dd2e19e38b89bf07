import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/** Fitments of a product as an import has added them, in the audit log: what it said outright, and its rules. */
export interface AddedFitments {
  vehicles?: [vehicleTypeId: number, position: string, conditionId: number][]
  rules?: number[]
}

/**
 * Leaves one row in the audit log for each product that was given fitments, so that they can be taken back:
 * by the hundred thousand they have no rows of their own.
 *
 * @param added text of a query of `product_id` and either `vehicle_type_id, position, condition_id` or `rule_id`
 */
export async function recordFitments(added: string, trx: TransactionClientContract) {
  await sql(
    `insert into audit_log (actor, source, action, entity, entity_id, label, changes, reason, cause, request_id, ip)
     select a.actor, a.source, 'updated', 'products', p.id::text, p.sku,
       jsonb_build_object('fitments', jsonb_build_array(null, c.added)), a.reason, a.cause, a.request_id, a.ip
     from (
       select product_id, jsonb_strip_nulls(jsonb_build_object(
         'vehicles', jsonb_agg(jsonb_build_array(vehicle_type_id, position, condition_id)) filter (where rule_id is null),
         'rules', jsonb_agg(rule_id) filter (where rule_id is not null))) as added
       from (${added}) w group by 1
     ) c join products p on p.id = c.product_id cross join acting() a`,
    [],
    trx
  )
}
