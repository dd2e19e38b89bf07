import { sql } from '#app/platform/database/sql'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { DEAD_LETTERS } from '#app/platform/jobs/prepare'
import { covered } from '#app/platform/observability/redaction'
import { decodeCursor, encodeCursor } from '#app/platform/lists/cursor'

export const JOB_STATES = ['failed', 'active', 'waiting'] as const
type JobState = (typeof JOB_STATES)[number]

/** A job as staff see it: what it carries without secrets, and what went wrong last. */
export type ListedJob = {
  id: string
  queue: string
  state: JobState
  data: unknown
  error: string | null
  attempts: number
  createdAt: Date
  startsAt: Date
}

type Row = ListedJob & { place: string }

const ORDER = 'jobs:created:desc'

/** Those that failed for the last time lie among the dead letters. */
const CONDITIONS: Record<JobState, string> = {
  failed: `name = $1 and state < 'active'`,
  active: `name <> $1 and state = 'active'`,
  waiting: `name <> $1 and state < 'active'`,
}

/** A page of the jobs in that state, the newest first. */
export async function jobsQuery(state: JobState, limit: number, cursor?: string) {
  const place = cursor ? placeOf(cursor) : [null, null]
  const rows = await sql<Row>(
    `select id::text, coalesce(source_name, name) as queue, $2::text as state, data,
       left(coalesce(source_output ->> 'message', output ->> 'message'), 500) as error,
       coalesce(source_retry_count + 1, retry_count) as attempts, created_on as "createdAt",
       start_after as "startsAt", created_on::text || '|' || id::text as place
     from ${JOBS_SCHEMA}.job
     where ${CONDITIONS[state]}
       and ($3::timestamptz is null or (created_on, id) < ($3::timestamptz, $4::uuid))
     order by created_on desc, id desc limit $5`,
    [DEAD_LETTERS, state, ...place, limit + 1]
  )
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    page: rows.slice(0, limit).map(shown),
    nextCursor: last ? encodeCursor(ORDER, { value: last.place, id: 0 }) : null,
  }
}

const shown = ({ place: _, data, ...job }: Row): ListedJob => ({ ...job, data: covered(data) })

/** Ids of jobs are no numbers: the value of the place is the moment and the id in one text. */
const placeOf = (cursor: string) => String(decodeCursor(ORDER, cursor).value).split('|')
