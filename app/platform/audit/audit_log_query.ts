import { type AuditEntry, type AuditRow, ENTRY_COLUMNS, entryOf } from '#app/platform/audit/entry'
import type { AuditFilters } from '#app/platform/audit/audit_log_validator'
import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

const ORDER = 'audit:at:desc'
const ZONE = 'Africa/Tunis'

type AuditPage = { page: AuditEntry[]; nextCursor: string | null }

/** A page of what was written, newest first. */
export async function auditLogQuery(
  filters: AuditFilters,
  limit: number,
  cursor?: string
): Promise<AuditPage> {
  const { conditions, values } = conditionsOf(filters, cursor)
  const rows = await sql<AuditRow>(
    `select ${ENTRY_COLUMNS} from audit_log
     ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
     order by at desc, id desc limit $${values.length + 1}`,
    [...values, limit + 1]
  )
  const { page, nextCursor } = pageOf(rows, limit, ORDER, ({ place }) => place)
  return { page: page.map(entryOf), nextCursor }
}

/** A text per combination of filters, so that each is planned for the index that serves it. */
function conditionsOf(filters: AuditFilters, cursor?: string) {
  const conditions: string[] = []
  const values: unknown[] = []
  const add = (value: unknown, condition: (parameter: string) => string) => {
    if (value !== undefined) conditions.push(condition(`$${values.push(value)}`))
  }
  add(filters.actor, (actor) => `actor = ${actor}`)
  add(filters.entity, (entity) => `entity = ${entity}`)
  add(filters.action, (action) => `action = ${action}`)
  add(filters.source, (source) => `source = ${source}`)
  // Says what the partial indexes hold, as no plan can know the value of a parameter.
  if (filters.action && filters.action !== 'created') conditions.push(`action <> 'created'`)
  if (filters.source && filters.source !== 'import') conditions.push(`source <> 'import'`)
  add(filters.record, (record) => `(entity_id = ${record} or lower(label) = lower(${record}))`)
  add(filters.from, (day) => `at >= (${day}::date)::timestamp at time zone '${ZONE}'`)
  add(filters.to, (day) => `at < (${day}::date + 1)::timestamp at time zone '${ZONE}'`)
  if (cursor) {
    const { value, id } = decodeCursor(ORDER, cursor)
    const place = [`$${values.push(value)}::timestamptz`, `$${values.push(id)}::bigint`]
    conditions.push(`(at, id) < (${place.join(', ')})`)
  }
  return { conditions, values }
}
