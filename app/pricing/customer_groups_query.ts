import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'

/** Who buys on terms of their own, by name. There are a dozen, not thousands. */
export type CustomerGroup = { id: number; code: string; name: string }

export function customerGroupsQuery(): Promise<CustomerGroup[]> {
  return sql<CustomerGroup>('select id, code, name from customer_groups order by name, id')
}

/** Names of groups by their ids, for histories. */
export async function nameGroups(ids: string[]): Promise<Map<string, string>> {
  const rows = await sql<{ id: string; name: string }>(
    'select id::text, name from customer_groups where id::text = any($1)',
    [ids]
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** A group as staff see it, with what uses it: while anything does, it is not deleted. */
type CustomerGroupRow = CustomerGroup & {
  version: number
  customers: number
  priceLists: number
  promotions: number
}

const ROW = `
  select g.id, g.code, g.name, g.version,
    (select count(*)::int from customers u where u.customer_group_id = g.id) as customers,
    (select count(*)::int from price_lists l where l.group_id = g.id) as "priceLists",
    (select count(*)::int from promotions p where p.group_id = g.id) as promotions
  from customer_groups g`

/** All of them, by name. */
export const customerGroupRowsQuery = () => sql<CustomerGroupRow>(`${ROW} order by g.name, g.id`)

/** One of them. Throws a 404. */
export async function customerGroupRowQuery(id: number): Promise<CustomerGroupRow> {
  const [group] = await sql<CustomerGroupRow>(`${ROW} where g.id = $1`, [id])
  if (!group) throw notFound('customer group')
  return group
}

export const isUnused = ({ customers, priceLists, promotions }: CustomerGroupRow) =>
  customers + priceLists + promotions === 0
