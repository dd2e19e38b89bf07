import { sql } from '#app/platform/database/sql'
import { IS_OPEN } from '#app/staff/staff_logins'
import { deviceOf } from '#app/staff/device'

/** Where somebody is logged in. */
export type OpenLogin = {
  sid: string
  kind: 'web' | 'api'
  device: string
  ip: string | null
  createdAt: Date
  lastSeenAt: Date
}

type Row = Omit<OpenLogin, 'device'> & { userAgent: string | null }

const MOST = 50

/** The open logins of somebody, the one seen last first; beyond fifty the older ones are left out. */
export async function openLoginsQuery(memberId: number): Promise<OpenLogin[]> {
  const rows = await sql<Row>(
    `select sid, kind, ip, user_agent as "userAgent", created_at as "createdAt", last_seen_at as "lastSeenAt"
     from logins where staff_member_id = $1 and ${IS_OPEN}
     order by last_seen_at desc, sid limit $2`,
    [memberId, MOST]
  )
  return rows.map(({ userAgent, ...login }) => ({ ...login, device: deviceOf(userAgent) }))
}
