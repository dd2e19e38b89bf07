/** A field of a record, as it was and as it is. */
export type Change = { field: string; before: unknown; after: unknown }

/** What was written, by whom, through what and why. `entity` is the table. */
export type AuditEntry = {
  id: number
  at: Date
  actor: string
  source: string
  action: string
  entity: string
  entityId: string
  label: string | null
  changes: Change[]
  reason: string | null
  cause: string | null
  requestId: string | null
  ip: string | null
}

/** As it is read; `place` is its time with all its digits, for cursors. */
export type AuditRow = Omit<AuditEntry, 'changes'> & {
  changes: Record<string, [before: unknown, after: unknown]> | null
  place: string
}

export const ENTRY_COLUMNS = `id, at, actor, source, action, entity, entity_id as "entityId", label, changes,
  reason, cause, request_id as "requestId", ip, at::text as place`

/** A row with its changes as a list; rows that an import created tell none. */
export function entryOf({ place: _, changes, ...row }: AuditRow): AuditEntry {
  const fields = Object.entries(changes ?? {})
  return { ...row, changes: fields.map(([field, [before, after]]) => ({ field, before, after })) }
}
