import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'
import type { Quote, QuoteState } from '#app/quotes/quote'
import { STATE_NOW } from '#app/quotes/quote_query'
import { tunisianPhone } from '#app/tunisia/phone'

/** A quote as the desk lists it. */
export type QuoteItem = Pick<
  Quote,
  'id' | 'number' | 'state' | 'total' | 'expiresAt' | 'createdAt' | 'orderNumber'
> & { pieces: number; fullName: string | null; phone: string | null }

type Asked = { q?: string; state?: QuoteState }

const ORDER = 'quotes:id:desc'

/** What the desk asks for, as conditions that indexes answer. */
const IN_STATE: Record<QuoteState, string> = {
  open: `q.state = 'open' and q.expires_at > now()`,
  expired: `q.state = 'open' and q.expires_at <= now()`,
  accepted: `q.state = 'accepted'`,
  refused: `q.state = 'refused'`,
}

/** A page of quotes, newest first: in a state, with a number, or of a telephone. */
export async function quotesQuery({ q, state }: Asked, limit: number, cursor?: string) {
  const before = cursor ? decodeCursor(ORDER, cursor).id : Number.MAX_SAFE_INTEGER
  const phone = q ? tunisianPhone(q) : undefined
  const rows = await sql<QuoteItem>(
    `select q.id, q.number, ${STATE_NOW} as state, q.total, q.expires_at as "expiresAt", q.created_at as "createdAt",
       q.full_name as "fullName", q.phone, o.number as "orderNumber",
       (select sum(quantity)::int from quote_lines l where l.quote_id = q.id) as pieces
     from quotes q left join orders o on o.id = q.order_id
     where q.id < $1
       ${state ? `and ${IN_STATE[state]}` : ''}
       ${q ? `and ${phone ? 'q.phone' : 'q.number'} = $3` : ''}
     order by q.id desc limit $2`,
    [before, limit + 1, ...(q ? [phone ?? q.trim().toUpperCase()] : [])]
  )
  return pageOf(rows, limit, ORDER)
}

/** How many wait for an answer. */
export async function countOpenQuotes(): Promise<number> {
  const [{ count }] = await sql<{ count: number }>(
    `select count(*)::int as count from quotes q where ${IN_STATE.open}`
  )
  return count
}
