import { availableParallelism } from 'node:os'
import { bulkhead, BulkheadRejectedError } from 'cockatiel'
import { Problem } from '#app/platform/http/problem'

/**
 * Checking a password takes a core for a tenth of a second, on purpose. A flood of logins gets all
 * cores but one: the last is the shop's. Beyond those that wait, callers are told to come back.
 */
const turns = bulkhead(Math.max(1, availableParallelism() - 1), 250)

/** Works when it is its turn. Throws a 503 when too many wait. */
export async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await turns.execute(work)
  } catch (error) {
    if (error instanceof BulkheadRejectedError) throw tooManyAtOnce()
    throw error
  }
}

const tooManyAtOnce = () =>
  new Problem({
    status: 503,
    code: 'too_many_at_once',
    title: 'Too many logins at once',
    detail: 'Others are logging in right now. Try again in a few seconds.',
    headers: { 'Retry-After': '5' },
  })
