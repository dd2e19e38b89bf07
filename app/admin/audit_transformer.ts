import type { AuditEntry } from '#app/platform/audit/entry'
import { type May, visibleTo } from '#app/platform/audit/reading'

/** What happened, as staff programs read it. */
export function activityItem(entry: AuditEntry, may: May) {
  const { at, actor, action, entity, changes, source, requestId } = visibleTo(entry, may)
  return { at: at.toISOString(), actor, action, entity, changes, source, requestId }
}

/** All that is known of it. */
export function auditItem(entry: AuditEntry, may: May) {
  const { id, entityId, label, reason, cause, ip } = entry
  return { id, ...activityItem(entry, may), ...{ entityId, label, reason, cause, ip } }
}
