import { sql } from '#app/platform/database/sql'

/** The columns of a table that histories may tell of. */
export async function auditedColumns(table: string): Promise<string[]> {
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
