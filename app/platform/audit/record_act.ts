import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

export type Act = { action: string; entity: string; entityId: string; label?: string }

/**
 * Keeps what somebody did that no trigger sees, such as trying a job again. `actAs` has told the
 * transaction who does it.
 */
export async function recordAct(
  trx: TransactionClientContract,
  { action, entity, entityId, label }: Act
): Promise<void> {
  await sql(
    `insert into audit_log (actor, source, action, entity, entity_id, label, reason, cause, request_id, ip)
     select actor, source, $1, $2, $3, $4, reason, cause, request_id, ip from acting()`,
    [action, entity, entityId, label ?? null],
    trx
  )
}
