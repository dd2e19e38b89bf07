import { sql } from '#app/platform/database/sql'

/** Every table whose writes are kept, by name. */
export async function auditedTablesQuery(): Promise<string[]> {
  const rows = await sql<{ name: string }>(
    `select tgrelid::regclass::text as name from pg_trigger where tgname = 'audit_insert' order by 1`
  )
  return rows.map(({ name }) => name)
}
