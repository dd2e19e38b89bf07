import db from '@adonisjs/lucid/services/db'
import mail from '@adonisjs/mail/services/main'
import { readRefreshToken, type RefreshClaims } from '#app/platform/auth/refresh_token'
import { sql } from '#app/platform/database/sql'
import { publish } from '#app/platform/events/outbox'
import { Problem } from '#app/platform/http/problem'
import AccountMail from '#app/staff/mails/account_mail'
import { type ApiLogin, IS_OPEN, STAFF_AUDIENCE, tokensOf } from '#app/staff/staff_logins'
import StaffMember from '#app/staff/staff_member'

/** A token that was replaced a moment ago still gets its successor: tabs, and answers that got lost. */
const GRACE_SECONDS = 30

type Rotation = { memberId: number; generation: number; isReused: boolean }

/**
 * Renews a login: a fresh access token and the next refresh token. A token that was replaced before
 * is in somebody else's hands too, so it ends the login, and its owner is told (RFC 9700, 4.14.2).
 * Throws the same 401 whatever is wrong.
 */
export async function refreshApiLogin(token: string): Promise<ApiLogin> {
  const claims = readRefreshToken(token, STAFF_AUDIENCE)
  const rotation = claims && (await rotate(claims))
  const member = rotation && (await StaffMember.find(rotation.memberId))
  if (!member || member.disabledAt) throw staleToken()
  if (rotation.isReused) {
    await mail.sendLater(new AccountMail(member, 'loginEnded'))
    throw staleToken()
  }
  return { member, ...(await tokensOf(member, claims.sid, rotation.generation)) }
}

/** One statement: of callers at the same moment one moves on, the others find where it has moved to. */
const ROTATE = `
  update logins set
    generation = case when generation = $2 then generation + 1 else generation end,
    rotated_at = case when generation = $2 then now() else rotated_at end,
    last_seen_at = now(),
    revoked_at = case
      when generation = $2 or generation = $2 + 1 and rotated_at > now() - interval '${GRACE_SECONDS} seconds' then null
      else now()
    end
  where sid = $1 and ${IS_OPEN}
  returning staff_member_id as "memberId", generation, revoked_at is not null as "isReused"`

function rotate({ sid, generation }: RefreshClaims): Promise<Rotation | undefined> {
  return db.transaction(async (trx) => {
    const [rotation] = await sql<Rotation>(ROTATE, [sid, generation], trx)
    if (rotation?.isReused) {
      await publish(trx, { type: 'login.ended', aggregate: 'login', aggregateId: sid })
    }
    return rotation
  })
}

const staleToken = () =>
  new Problem({
    status: 401,
    code: 'stale_refresh_token',
    title: 'This login has ended',
    detail: 'Log in again with address and password.',
  })
