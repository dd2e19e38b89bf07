import { GREATEST_KEY } from '#app/platform/database/greatest_key'
import { sql } from '#app/platform/database/sql'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'

/** One of two that may be one business. */
type Suspect = {
  id: number
  name: string | null
  locality: string | null
  governorate: string | null
  score: number
}

type SuspicionRow = {
  id: number
  points: number
  reasons: string[]
  a: Suspect
  b: Suspect
}

const ORDER = 'lead_duplicates:id:desc'

const OPEN = `from lead_duplicates d join leads a on a.id = d.lead_a join leads b on b.id = d.lead_b
  where d.state = 'open' and a.merged_into is null and b.merged_into is null`

const SUSPICION = `select d.id, d.points, d.reasons,
    json_build_object('id', a.id, 'name', a.name, 'locality', coalesce(a.locality, a.delegation),
      'governorate', a.governorate, 'score', a.score) as a,
    json_build_object('id', b.id, 'name', b.name, 'locality', coalesce(b.locality, b.delegation),
      'governorate', b.governorate, 'score', b.score) as b
  ${OPEN}`

/** Leads that may be one business, newest suspicion first. */
export async function suspicionsQuery(limit: number, cursor?: string) {
  const before = cursor ? decodeCursor(ORDER, cursor).id : GREATEST_KEY
  const rows = await sql<SuspicionRow>(`${SUSPICION} and d.id < $1 order by d.id desc limit $2`, [
    before,
    limit + 1,
  ])
  return pageOf(rows, limit, ORDER)
}

/** What a lead may be the same as. */
export const suspicionsOf = (leadId: number) =>
  sql<SuspicionRow>(
    `${SUSPICION} and (d.lead_a = $1 or d.lead_b = $1) order by d.points desc, d.id limit 10`,
    [leadId]
  )

export async function countSuspicions(): Promise<number> {
  const [{ count }] = await sql<{ count: number }>(`select count(*)::int as count ${OPEN}`)
  return count
}
