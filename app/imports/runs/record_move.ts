import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ImportRunState } from '#app/imports/runs/import_run_state'
import { sql } from '#app/platform/database/sql'

/** Leaves in the audit log what somebody did with a run; what a worker does with it is no decision. */
export async function recordMove(
  id: number,
  action: string,
  trx: TransactionClientContract,
  from: ImportRunState | null = null
) {
  await sql(
    `insert into audit_log (actor, source, action, entity, entity_id, label, changes, reason, cause, request_id, ip)
     select a.actor, a.source, $2, 'import_runs', r.id::text, r.file_name,
       jsonb_build_object('state', jsonb_build_array($3::text, r.state)), a.reason, a.cause, a.request_id, a.ip
     from import_runs r cross join acting() a where r.id = $1`,
    [id, action, from],
    trx
  )
}
