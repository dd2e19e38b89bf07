import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { ROWS } from '#app/platform/lists/rows'
import { pageOf } from '#app/platform/lists/page_of'
import type { StaffListQuery } from '#app/staff/members/staff_validators'

/** Somebody of the staff, as lists show them. */
export type StaffRow = {
  id: number
  email: string
  fullName: string
  role: string
  /** Of a role that is not built in. */
  roleName: string | null
  locale: string
  disabledAt: Date | null
  secondFactorSince: Date | null
  lastSeenAt: Date | null
  createdAt: Date
  version: number
}

const ORDER = 'admin.staff:name'

const ROW = `
  select m.id, m.email, m.full_name as "fullName", m.role, r.name as "roleName", m.locale,
    m.disabled_at as "disabledAt", m.second_factor_since as "secondFactorSince",
    seen.at as "lastSeenAt", m.created_at as "createdAt", m.version
  from staff_members m
  join roles r on r.key = m.role
  left join lateral (select max(last_seen_at) as at from logins where staff_member_id = m.id) seen on true`

const PAGE = `${ROW}
  where ($1::text is null or (m.disabled_at is null) = ($1 = 'active'))
    and ($2::text is null or (m.full_name collate "fr-x-icu", m.id) > ($2, $3))
  order by m.full_name collate "fr-x-icu", m.id limit $4`

/** A page of the staff, by name. */
export async function staffListQuery({ state, limit = ROWS, cursor }: StaffListQuery) {
  const after = cursor ? decodeCursor(ORDER, cursor) : undefined
  const values = [state ?? null, after?.value ?? null, after?.id ?? null, limit + 1]
  const rows = await sql<StaffRow>(PAGE, values)
  const { page, nextCursor } = pageOf(rows, limit, ORDER, ({ fullName }) => fullName)
  return { page, meta: { limit, nextCursor } }
}

/** One of them, or undefined. */
export async function staffRowQuery(id: number): Promise<StaffRow | undefined> {
  const [row] = await sql<StaffRow>(`${ROW} where m.id = $1`, [id])
  return row
}

/** How many may log in, and how many may not. */
export async function staffCountsQuery(): Promise<{ active: number; disabled: number }> {
  const [counts] = await sql<{ active: number; disabled: number }>(
    `select (count(*) filter (where disabled_at is null))::int as active,
       (count(*) filter (where disabled_at is not null))::int as disabled
     from staff_members`
  )
  return counts
}
