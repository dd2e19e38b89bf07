import type { AuditEntry } from '#app/platform/audit/entry'
import { type AuditedField, type AuditedTable, shellEntries } from '#app/platform/shell/shell'

export type May = (ability: string) => boolean

/** What features have told about a table: how its records are found and its columns read. */
export function auditedTable(entity: string): AuditedTable {
  const told = shellEntries('audited').filter((table) => table.entity === entity)
  return told.reduce<AuditedTable>(
    (all, { page, fields }) => ({
      entity,
      page: page ?? all.page,
      fields: { ...all.fields, ...fields },
    }),
    { entity }
  )
}

/** What features have told about a column. */
export const auditedField = (entity: string, field: string): AuditedField =>
  auditedTable(entity).fields?.[field] ?? {}

/** An entry without what the reader has no right to see. */
export function visibleTo<Entry extends Pick<AuditEntry, 'entity' | 'changes'>>(
  entry: Entry,
  may: May
): Entry {
  const changes = entry.changes.filter(({ field }) => {
    const { ability } = auditedField(entry.entity, field)
    return !ability || may(ability)
  })
  return { ...entry, changes }
}
