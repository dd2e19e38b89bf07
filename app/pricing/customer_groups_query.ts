import { sql } from '#app/platform/database/sql'

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
