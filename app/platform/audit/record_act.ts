import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/** Before and after, by field. */
export type Changes = Record<string, [unknown, unknown]>

type Act = {
  action: string
  entity: string
  entityId: string
  label?: string
  changes?: Changes
}

/**
 * Keeps what no trigger sees: that somebody tried a job again, or changed what belongs to a record, as
 * a change of the record. `actAs` has told the transaction who does it.
 */
export async function recordAct(
  trx: TransactionClientContract,
  { action, entity, entityId, label, changes }: Act
): Promise<void> {
  await sql(
    `insert into audit_log (actor, source, action, entity, entity_id, label, changes, reason, cause, request_id, ip)
     select actor, source, $1, $2, $3, $4, $5, reason, cause, request_id, ip from acting()`,
    [action, entity, entityId, label ?? null, changes ? JSON.stringify(changes) : null],
    trx
  )
}
