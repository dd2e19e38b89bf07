import { sql } from '#app/platform/database/sql'

/** Every table whose writes are kept, by name. */
export async function auditedTablesQuery(): Promise<string[]> {
  const rows = await sql<{ name: string }>(
    `select tgrelid::regclass::text as name from pg_trigger where tgname = 'audit_insert' order by 1`
  )
  return rows.map(({ name }) => name)
}

/** The columns of a table that histories may tell of. */
export async function auditedColumnsQuery(table: string): Promise<string[]> {
  const rows = await sql<{ name: string }>(
    `select a.attname as name
     from pg_attribute a
     join pg_trigger t on t.tgrelid = a.attrelid and t.tgname = 'audit_update'
     cross join lateral string_to_array(encode(t.tgargs, 'escape'), '\\000') as args
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
       and a.attname <> all (array['id', 'version', 'created_at', 'updated_at'])
       and a.attname <> all (string_to_array(args[2], ' '))
     order by 1`,
    [table]
  )
  return rows.map(({ name }) => name)
}
