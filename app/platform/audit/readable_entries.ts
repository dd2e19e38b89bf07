import type { I18n } from '@adonisjs/i18n'
import type { AuditEntry } from '#app/platform/audit/entry'
import { NamesOf } from '#app/platform/audit/names_of'
import { auditedField, auditedTable, type May, visibleTo } from '#app/platform/audit/reading'
import { textOfValue, translated } from '#app/platform/audit/text_of_value'

/** An entry in words: who did what to which record, and what each field was and is. */
type ReadableEntry = {
  id: number
  at: Date
  who: string
  what: string
  kind: string
  record: string
  /** The page of the record, when there is one that the reader may open. */
  href?: string
  changes: { field: string; before: string; after: string }[]
  reason: string | null
  source: string
  requestId: string | null
  ip: string | null
  entity: string
  entityId: string
  actor: string
}

export type Reader = { i18n: I18n; may: May }

/**
 * Entries as people read them. Ids are turned into names with one question per kind of thing, however
 * many entries there are.
 */
export async function readableEntries(
  entries: AuditEntry[],
  { i18n, may }: Reader
): Promise<ReadableEntry[]> {
  const visible = entries.map((entry) => visibleTo(entry, may))
  const names = await NamesOf.all(visible, i18n)
  return visible.map((entry) => ({
    ...wordsOf(entry, i18n),
    who: names.ofActor(entry.actor),
    href: pageOf(entry, may),
    changes: entry.changes.map(({ field, before, after }) => {
      const text = (value: unknown) =>
        names.ofValue(entry.entity, field, value) ??
        textOfValue(value, auditedField(entry.entity, field), i18n)
      return {
        field: translated(i18n, 'field', field),
        before: text(before),
        after: text(after),
      }
    }),
  }))
}

function wordsOf({ id, at, actor, entity, entityId, label, ...entry }: AuditEntry, i18n: I18n) {
  return {
    ...{ id, at, actor, entity, entityId },
    what: translated(i18n, 'action', entry.action),
    kind: translated(i18n, 'entity', entity),
    record: label ?? entityId,
    reason: entry.reason,
    source: translated(i18n, 'source', entry.source),
    requestId: entry.requestId,
    ip: entry.ip,
  }
}

function pageOf({ entity, entityId, label, action }: AuditEntry, may: May): string | undefined {
  const { page } = auditedTable(entity)
  const isThere = page && action !== 'deleted' && may(page.ability)
  return isThere ? page.href(entityId, label ?? entityId) : undefined
}
