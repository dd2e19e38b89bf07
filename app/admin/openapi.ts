import vine from '@vinejs/vine'
import { auditLogValidator, SOURCES } from '#app/platform/audit/audit_log_validator'
import { jobIdValidator, jobListValidator } from '#app/platform/jobs/job_validators'
import { JOB_STATES } from '#app/platform/jobs/jobs_query'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { count, instant, one, page, text } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'

const activity = {
  at: instant(),
  actor: text(),
  action: text(),
  entity: text(),
  changes: vine.array(
    vine.object({ field: text(), before: vine.any().nullable(), after: vine.any().nullable() })
  ),
  source: vine.enum(SOURCES),
  requestId: text().nullable(),
}

const entry = vine.object({
  id: count(),
  ...activity,
  entityId: text(),
  label: text().nullable(),
  reason: text().nullable(),
  cause: text().nullable(),
  ip: text().nullable(),
})

const job = vine.object({
  id: text(),
  queue: text(),
  state: vine.enum(JOB_STATES),
  data: vine.any().nullable(),
  error: text().nullable(),
  attempts: count(),
  createdAt: instant(),
  startsAt: instant(),
})

const steering = { tag: 'Steering (staff)', staff: true }
const jobs = { tag: 'Background work (staff)', staff: true }
const jobAct = { ...jobs, params: jobIdValidator, status: 204 }

describeRoutes({
  'api.admin.dashboard.stats': {
    ...steering,
    summary: 'How many there are of everything, as of now',
    answer: one(
      vine.object({
        products: count().optional(),
        categories: count().optional(),
        brands: count().optional(),
        lowStock: count().optional(),
        imports: count().optional(),
        orders: count().optional(),
        customers: count().optional(),
        leads: count().optional(),
        asOf: instant(),
      })
    ),
  },
  'api.admin.dashboard.activity': {
    ...steering,
    summary: 'What was written last, by whom, field by field',
    query: pagingValidator,
    answer: page(vine.object(activity)),
  },
  'api.admin.audit': {
    ...steering,
    summary: 'Every write, newest first, by person, record, kind, source or day',
    query: auditLogValidator,
    answer: page(entry),
  },
  'api.admin.queues': {
    ...jobs,
    summary: 'How much work of each kind waits, runs or failed, and how old the oldest is',
    answer: page(
      vine.object({
        name: text(),
        waiting: count(),
        active: count(),
        failed: count(),
        oldestSeconds: count(),
      })
    ),
  },
  'api.admin.jobs': {
    ...jobs,
    summary: 'Jobs that failed for the last time, run or wait; their data without secrets',
    query: jobListValidator,
    answer: page(job),
  },
  'api.admin.jobs.retry': {
    ...jobAct,
    summary: 'Give a failed job all its tries again',
    problems: [409],
  },
  'api.admin.jobs.cancel': { ...jobAct, summary: 'Take back a job that waits or runs' },
  'api.admin.jobs.destroy': { ...jobAct, summary: 'Throw a failed job away' },
})
