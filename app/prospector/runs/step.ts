import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/** One thing a run has to do. */
export interface Step {
  id: number
  key: string
  query: string | null
  zone: string | null
}

/** Why something was not done, or came to nothing; `runs.reason_…` says it to people. */
export type SkipReason =
  | 'daily_quota'
  | 'ceiling'
  | 'refused'
  | 'denied'
  | 'unavailable'
  | 'resting'
  | 'nothing_found'
  | 'failed'

/** Reasons that somebody has to do something about; the others pass by themselves. */
export const FAILURES: readonly string[] = [
  'denied',
  'refused',
  'unavailable',
] satisfies SkipReason[]

/** What came of a step. */
export interface Outcome {
  requests: number
  found: number
  new: number
  known: number
  suppressed: number
}

export const NOTHING: Outcome = { requests: 0, found: 0, new: 0, known: 0, suppressed: 0 }

/** What a run has still to do with a source, in order. */
export const waitingSteps = (runId: number, source: 'places' | 'website') =>
  sql<Step>(
    `select id, key, query, zone from prospector_steps
     where run_id = $1 and source = $2 and state = 'waiting' order by id`,
    [runId, source]
  )

/** Ends a step together with what it found. */
export async function endStep(
  id: number,
  outcome: Outcome,
  reason: string | null,
  trx: TransactionClientContract
): Promise<void> {
  await sql(
    `update prospector_steps set state = 'done', finished_at = now(), reason = $2,
       requests = $3, found = $4, new = $5, known = $6, suppressed = $7
     where id = $1`,
    [id, reason, outcome.requests, outcome.found, outcome.new, outcome.known, outcome.suppressed],
    trx
  )
}

/** Leaves out a step, or everything that a run has still to ask a source. */
export async function skipStep(
  id: number,
  reason: SkipReason,
  trx?: TransactionClientContract
): Promise<void> {
  await sql(
    `update prospector_steps set state = 'skipped', finished_at = now(), reason = $2 where id = $1`,
    [id, reason],
    trx
  )
}

export async function skipSource(runId: number, source: string, reason: SkipReason): Promise<void> {
  await sql(
    `update prospector_steps set state = 'skipped', finished_at = now(), reason = $3
     where run_id = $1 and source = $2 and state = 'waiting'`,
    [runId, source, reason]
  )
}
