import { bulkhead, BulkheadRejectedError } from 'cockatiel'
import { Problem } from '#app/platform/http/problem'

/**
 * Checking a password takes a core for a twentieth of a second, on purpose: two at a time, so that a
 * flood of logins leaves the shop its processor, and no more waiting than get their turn in ten seconds.
 */
const turns = bulkhead(2, 300)

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
