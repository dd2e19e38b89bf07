import { alreadyCompleted } from '#app/checkout/checkout_refusals'
import { checkoutSession, type CheckoutSession } from '#app/checkout/checkout_session'
import { sql } from '#app/platform/database/sql'
import { MOST_TOGETHER, together } from '#app/platform/database/together'

/**
 * What is written to sessions, as a table for a statement of `sessionWriter`: each with the id of its session, its place
 * among the others, and these columns. PostgreSQL is told how few they are, or it reads all sessions to find them.
 */
export const givenTo = (columns: string) => `
  (select * from rows from (jsonb_to_recordset($1) as (id uuid, ${columns})) with ordinality limit ${MOST_TOGETHER})`

type Written = CheckoutSession & { nth: number }

/**
 * Writes to an open session, and returns it as it is then: undefined when the statement did not write it.
 * @param text updates `checkout_sessions` from `givenTo`, and returns `SESSION_COLUMNS` and the place as `nth`
 */
export const sessionWriter = <Given extends { id: string }>(text: string) =>
  together(async (given: readonly Given[]): Promise<(CheckoutSession | undefined)[]> => {
    const rows = await sql<Written>(text, [JSON.stringify(given)])
    const written = new Map(rows.map(({ nth, ...session }) => [nth, session]))
    return given.map((_, index) => written.get(index + 1))
  })

/** The session, when it can still be written. Throws 404, and 409 when it is ordered. */
export async function openSession(id: string): Promise<CheckoutSession> {
  const session = await checkoutSession(id)
  if (session.state === 'completed') throw alreadyCompleted()
  return session
}
