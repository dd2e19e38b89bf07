import { GREATEST_KEY } from '#app/platform/database/greatest_key'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'
import { tunisianPhone } from '#app/tunisia/phone'

/** A customer as staff list them. `phone` in E.164, `group` the code of the customer group. */
export type CustomerRow = {
  id: number
  fullName: string
  email: string
  phone: string | null
  locale: string
  group: string | null
  groupName: string | null
  /** When somebody last used a login of this account. */
  lastSeenAt: Date | null
  createdAt: Date
  version: number
}

type CustomersAsked = { q?: string; group?: string }

const ORDER = 'customers:id:desc'

const ROW = `
  select u.id, u.full_name as "fullName", u.email, u.phone, u.locale, g.code as "group", g.name as "groupName",
    (select max(last_seen_at) from logins l where l.customer_id = u.id) as "lastSeenAt",
    u.created_at as "createdAt", u.version
  from customers u left join customer_groups g on g.id = u.customer_group_id`

/** A page of customers, the newest first: of a group, with an address or a telephone, or by name. */
export async function customersQuery({ q, group }: CustomersAsked, limit: number, cursor?: string) {
  const before = cursor ? decodeCursor(ORDER, cursor).id : GREATEST_KEY
  const named = q ? namedBy(q) : undefined
  const rows = await sql<CustomerRow>(
    `${ROW} where u.id < $1
     ${named ? `and ${named.condition}` : ''}
     ${group ? `and g.code = $${named ? 4 : 3}` : ''}
     order by u.id desc limit $2`,
    [before, limit + 1, ...(named ? [named.value] : []), ...(group ? [group] : [])]
  )
  return pageOf(rows, limit, ORDER)
}

/** A telephone, an address, or words of a name whatever their accents. */
function namedBy(q: string): { condition: string; value: string } {
  const phone = tunisianPhone(q)
  if (phone) return { condition: 'u.phone = $3', value: phone }
  if (q.includes('@')) return { condition: 'u.email = $3', value: q.trim().toLowerCase() }
  return { condition: `fold_words(u.full_name) like '%' || fold_words($3) || '%'`, value: q }
}

/** One of them. Throws a 404. */
export async function customerRowQuery(id: number): Promise<CustomerRow> {
  const [row] = await sql<CustomerRow>(`${ROW} where u.id = $1`, [id])
  if (!row) throw notFound('customer')
  return row
}

export async function countCustomers(): Promise<number> {
  const [{ count }] = await sql<{ count: number }>('select count(*)::int as count from customers')
  return count
}
