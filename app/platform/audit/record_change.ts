import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

export type Change = {
  entity: string
  entityId: number
  label: string
  /** Before and after, by field. */
  changes: Record<string, [unknown, unknown]>
}

/**
 * Writes into the log what triggers do not see: changes of what belongs to a record, as changes of the
 * record. Who and why come from `actAs`.
 */
export async function recordChange(
  { entity, entityId, label, changes }: Change,
  trx: TransactionClientContract
): Promise<void> {
  await sql(
    `insert into audit_log (actor, source, action, entity, entity_id, label, changes, reason, cause, request_id, ip)
     select actor, source, 'updated', $1, $2::text, $3, $4, reason, cause, request_id, ip from acting()`,
    [entity, String(entityId), label, JSON.stringify(changes)],
    trx
  )
}
