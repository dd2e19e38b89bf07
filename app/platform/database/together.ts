import DataLoader from 'dataloader'
import pg from 'pg'

/** So many are answered by one statement at most; those beyond by others at the same time. */
export const MOST_TOGETHER = 16

/**
 * Those who ask in the same turn of the event loop are answered by one statement, which is one transaction: waking the
 * database up, and waiting for its disk, costs as much as most of what it is asked. `answerAll` has one answer for each
 * that asks, in their order. What fails for all of them is tried for each by itself, so that none fails for another one.
 */
export function together<Asked, Answer>(
  answerAll: (asked: readonly Asked[]) => Promise<Answer[]>
): (asked: Asked) => Promise<Answer> {
  const loader = new DataLoader<Asked, Answer>((asked) => answers(asked, answerAll), {
    cache: false,
    maxBatchSize: MOST_TOGETHER,
    batchScheduleFn: (answer) => setImmediate(answer),
  })
  return (asked) => loader.load(asked)
}

async function answers<Asked, Answer>(
  asked: readonly Asked[],
  answerAll: (asked: readonly Asked[]) => Promise<Answer[]>
): Promise<(Answer | Error)[]> {
  try {
    return await answerAll(asked)
  } catch (error) {
    if (asked.length === 1 || !isTakenBack(error)) throw error
    const each = await Promise.allSettled(asked.map((one) => answerAll([one])))
    return each.map((its) => (its.status === 'fulfilled' ? its.value[0] : (its.reason as Error)))
  }
}

/** A line that is lost, or a server that goes: what was asked may have been done all the same. */
const UNKNOWN = /^(08|57P)/

/** Nothing was done: PostgreSQL has said so. */
const isTakenBack = (error: unknown) =>
  error instanceof pg.DatabaseError && !UNKNOWN.test(error.code ?? '')
