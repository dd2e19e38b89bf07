import vine from '@vinejs/vine'
import { pagingValidator } from '#app/platform/lists/paging_validator'
import { count, instant, page, text } from '#app/platform/openapi/answers'
import { describeRoutes } from '#app/platform/openapi/operation'
import { runIdValidator } from '#app/prospector/runs/run_validators'

const staff = { tag: 'Prospector (staff)', staff: true }
const source = () => vine.enum(['places', 'website'] as const)

/** What came of a run, or of one step of it. */
const outcome = () => ({
  requests: count(),
  found: count(),
  new: count(),
  known: count(),
  suppressed: count(),
})

const run = () => ({
  id: count(),
  state: vine.enum(['running', 'done', 'failed'] as const),
  zone: text().nullable(),
  query: text().nullable(),
  limit: count(),
  startedAt: instant(),
  finishedAt: instant().nullable(),
  error: text().nullable(),
  steps: count(),
  skipped: count(),
  ...outcome(),
  cost: vine.object({ calls: count(), cents: count() }),
})

const whyNot = vine.object({
  source: source(),
  state: vine.enum(['done', 'skipped'] as const),
  reason: text(),
  steps: count(),
})

const step = vine.object({
  id: count(),
  source: source(),
  key: text(),
  query: text().nullable(),
  zone: text().nullable(),
  state: vine.enum(['waiting', 'done', 'skipped'] as const),
  reason: text().nullable(),
  ...outcome(),
})

describeRoutes({
  'admin.prospector_runs.index': {
    ...staff,
    summary:
      'Runs of Prospector, newest first: what each found and what it cost, in cents of US dollars',
    query: pagingValidator,
    answer: page(vine.object(run())),
  },
  'admin.prospector_runs.show': {
    ...staff,
    summary: 'A run with what it asked, what was left out and why; its steps are paged',
    params: runIdValidator,
    query: pagingValidator,
    answer: vine.object({
      data: vine.object({ ...run(), whyNot: vine.array(whyNot), steps: vine.array(step) }),
      meta: vine.object({ limit: count(), nextCursor: text().nullable() }),
    }),
    problems: [404],
  },
})
