import { GREATEST_KEY } from '#app/platform/database/greatest_key'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'
import { decodeCursor } from '#app/platform/lists/cursor'
import { pageOf } from '#app/platform/lists/page_of'
import type { PRICE_LIST_STATES } from '#app/pricing/price_list_validators'

export type PriceListState = (typeof PRICE_LIST_STATES)[number]

/** A price list as staff see it; days of Tunis as `2026-11-30`. */
export type PriceListRow = {
  id: number
  name: string
  /** The code of a group and what it is called; null for everybody. */
  group: string | null
  groupName: string | null
  minQuantity: number
  startsOn: string | null
  endsOn: string | null
  isActive: boolean
  /** How many rules it has. */
  rules: number
  state: PriceListState
  version: number
}

const STATE = `case
  when not l.is_active or l.ends_on < day_in_tunis() then 'over'
  when l.starts_on > day_in_tunis() then 'planned'
  else 'running' end`

const ROW = `
  select l.id, l.name, g.code as "group", g.name as "groupName", l.min_quantity as "minQuantity",
    l.starts_on::text as "startsOn", l.ends_on::text as "endsOn", l.is_active as "isActive",
    (select count(*)::int from price_rules r where r.price_list_id = l.id) as rules,
    ${STATE} as state, l.version
  from price_lists l left join customer_groups g on g.id = l.group_id`

const ORDER = 'price-lists:id:desc'

/** A page of price lists, the newest first. */
export async function priceListsQuery(
  { state }: { state?: PriceListState },
  limit: number,
  cursor?: string
) {
  const before = cursor ? decodeCursor(ORDER, cursor).id : GREATEST_KEY
  const rows = await sql<PriceListRow>(
    `${ROW} where l.id < $1 and ($3::text is null or ${STATE} = $3) order by l.id desc limit $2`,
    [before, limit + 1, state ?? null]
  )
  return pageOf(rows, limit, ORDER)
}

/** One of them. Throws a 404. */
export async function priceListRowQuery(id: number): Promise<PriceListRow> {
  const [row] = await sql<PriceListRow>(`${ROW} where l.id = $1`, [id])
  if (!row) throw notFound('price list')
  return row
}

/** Names of lists by their ids, for histories. */
export async function nameLists(ids: string[]): Promise<Map<string, string>> {
  const rows = await sql<{ id: string; name: string }>(
    'select id::text, name from price_lists where id = any($1::int[])',
    [ids]
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
