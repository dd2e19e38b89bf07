import type { AuditEntry, AuditRow } from '#app/platform/audit/entry'
import { ENTRY_COLUMNS, entryOf } from '#app/platform/audit/entry'
import { sql } from '#app/platform/database/sql'

const NEWEST = 50

/** What happened to one record, newest first: the last fifty writes. */
export async function recordHistoryQuery(
  entity: string,
  id: string | number,
  limit = NEWEST
): Promise<AuditEntry[]> {
  const rows = await sql<AuditRow>(
    `select ${ENTRY_COLUMNS} from audit_log where entity = $1 and entity_id = $2
     order by at desc, id desc limit $3`,
    [entity, String(id), limit]
  )
  return rows.map(entryOf)
}
