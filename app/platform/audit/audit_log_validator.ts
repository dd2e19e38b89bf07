import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { day, paging, text } from '#app/platform/http/input'

/** What writes come through, as the table knows it. */
export const SOURCES = ['ui', 'api', 'import', 'job', 'command', 'database'] as const

/** What happens to records; the last ones to work in the background. Features may have more. */
export const ACTIONS = [
  ...['created', 'updated', 'deleted', 'restored'],
  ...['started', 'paused', 'resumed', 'retried', 'cancelled', 'rolled_back'],
]

/** What the log is narrowed down by. `record` is an id or what people call the record; days are those of Tunis. */
export const auditLogValidator = vine.create({
  actor: text({ max: 100 }).optional(),
  entity: text({ max: 100 }).optional(),
  action: text({ max: 60 }).optional(),
  source: vine.enum(SOURCES).optional(),
  record: text({ max: 300 }).optional(),
  from: day().optional(),
  to: day().optional(),
  ...paging(),
})

export type AuditFilters = Omit<Infer<typeof auditLogValidator>, 'limit' | 'cursor'>
