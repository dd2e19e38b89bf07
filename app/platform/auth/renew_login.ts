import db from '@adonisjs/lucid/services/db'
import { IS_OPEN, type Logins } from '#app/platform/auth/logins'
import { readRefreshToken, type RefreshClaims } from '#app/platform/auth/refresh_token'
import { sql } from '#app/platform/database/sql'
import { publish } from '#app/platform/events/outbox'
import { Problem } from '#app/platform/http/problem'

/** A token that was replaced a moment ago still gets its successor: tabs, and answers that got lost. */
const GRACE_SECONDS = 15

/** A login that moved on to its next refresh token, or that ended because an old one came again. */
type Renewal = { userId: number; sid: string; generation: number; isReused: boolean }

/**
 * Moves a login on to its next refresh token. A token that was replaced before is in somebody else's
 * hands too, so it ends the login (RFC 9700, 4.14.2). Undefined for a token that is not good.
 */
export async function renewLogin(logins: Logins, token: string): Promise<Renewal | undefined> {
  const claims = readRefreshToken(token, logins.audience)
  return claims && rotate(logins, claims)
}

/** One statement: of callers at the same moment one moves on, the others find where it has moved to. */
const rotation = (owner: string) => `
  update logins set
    generation = case when generation = $2 then generation + 1 else generation end,
    rotated_at = case when generation = $2 then now() else rotated_at end,
    last_seen_at = now(),
    revoked_at = case
      when generation = $2 or generation = $2 + 1 and rotated_at > now() - interval '${GRACE_SECONDS} seconds' then null
      else now()
    end
  where sid = $1 and ${owner} is not null and ${IS_OPEN}
  returning ${owner} as "userId", sid, generation, revoked_at is not null as "isReused"`

function rotate(
  { owner }: Logins,
  { sid, generation }: RefreshClaims
): Promise<Renewal | undefined> {
  return db.transaction(async (trx) => {
    const [renewal] = await sql<Renewal>(rotation(owner), [sid, generation], trx)
    if (renewal?.isReused) {
      await publish(trx, { type: 'login.ended', aggregate: 'login', aggregateId: sid })
    }
    return renewal
  })
}

/** The same answer whatever is wrong with a refresh token. */
export const staleToken = () =>
  new Problem({
    status: 401,
    code: 'stale_refresh_token',
    title: 'This login has ended',
    detail: 'Log in again with address and password.',
  })
