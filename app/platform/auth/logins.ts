import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { signAccessToken } from '#app/platform/auth/access_token'
import { deviceOf } from '#app/platform/auth/device'
import { signRefreshToken } from '#app/platform/auth/refresh_token'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'

/**
 * Of `logins`: what nobody has ended, and what nobody has left alone for too long. Browsers are idle
 * after 8 hours and log in again after 7 days however busy they are; API clients are idle after 30 days.
 */
export const IS_OPEN = `revoked_at is null and case kind
  when 'web' then last_seen_at > now() - interval '8 hours' and created_at > now() - interval '7 days'
  else last_seen_at > now() - interval '30 days' end`

export type Client = { ip: string; userAgent: string | null }
export type Tokens = { accessToken: string; refreshToken: string }

/** Where somebody is logged in. */
export type OpenLogin = {
  sid: string
  kind: 'web' | 'api'
  device: string
  ip: string | null
  createdAt: Date
  lastSeenAt: Date
}

const MOST = 50

/** The logins of one kind of people. */
export class Logins {
  /**
   * @param audience who accepts their tokens, such as `staff`
   * @param owner the column of `logins` that says whose a login is
   */
  constructor(
    readonly audience: string,
    readonly owner: string
  ) {}

  /** Notes who logged in from where. Returns the id of the login. */
  async open(
    userId: number,
    kind: 'web' | 'api',
    { ip, userAgent }: Client,
    trx?: TransactionClientContract
  ): Promise<string> {
    const [{ sid }] = await sql<{ sid: string }>(
      `insert into logins (${this.owner}, kind, ip, user_agent) values ($1, $2, $3, $4) returning sid`,
      [userId, kind, ip, userAgent?.slice(0, 300) ?? null],
      trx
    )
    return sid
  }

  /** What an API client shows for a login, and renews it with. */
  async tokensOf(userId: number, sid: string, generation = 0): Promise<Tokens> {
    return {
      accessToken: await signAccessToken({ subject: String(userId), sid }, this.audience),
      refreshToken: signRefreshToken({ sid, generation }, this.audience),
    }
  }

  /** The open logins of somebody, the one seen last first; beyond fifty the older ones are left out. */
  async list(userId: number): Promise<OpenLogin[]> {
    const rows = await sql<Omit<OpenLogin, 'device'> & { userAgent: string | null }>(
      `select sid, kind, ip, user_agent as "userAgent", created_at as "createdAt", last_seen_at as "lastSeenAt"
       from logins where ${this.owner} = $1 and ${IS_OPEN}
       order by last_seen_at desc, sid limit $2`,
      [userId, MOST]
    )
    return rows.map(({ userAgent, ...login }) => ({ ...login, device: deviceOf(userAgent) }))
  }

  /** Ends a login of somebody. Throws a 404 when that person has no such login open. */
  async closeOf(userId: number, sid: string): Promise<void> {
    const closed = await sql(
      `update logins set revoked_at = now()
       where sid::text = $1 and ${this.owner} = $2 and revoked_at is null returning 1`,
      [sid, userId]
    )
    if (closed.length === 0) throw notFound('login')
  }

  /** Ends all logins of somebody, but the one that the person asks from. */
  async closeAll(
    userId: number,
    { except = '', trx }: { except?: string; trx?: TransactionClientContract } = {}
  ): Promise<void> {
    await sql(
      `update logins set revoked_at = now()
       where ${this.owner} = $1 and sid::text <> $2 and revoked_at is null`,
      [userId, except],
      trx
    )
  }
}

/** Ends a login: its tokens are good for nothing from now on. */
export async function closeLogin(sid: string): Promise<void> {
  await sql('update logins set revoked_at = now() where sid = $1 and revoked_at is null', [sid])
}
