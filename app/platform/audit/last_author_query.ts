import { withAuthors } from '#app/platform/audit/authors'
import { sql } from '#app/platform/database/sql'

/** Who wrote a record last, by name; undefined when nobody has since it is there. */
export async function lastAuthorQuery(entity: string, id: number): Promise<string | undefined> {
  const rows = await sql<{ actor: string }>(
    'select actor from audit_log where entity = $1 and entity_id = $2::text order by id desc limit 1',
    [entity, id]
  )
  const [last] = await withAuthors(rows)
  return last?.author
}
