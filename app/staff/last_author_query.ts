import { sql } from '#app/platform/database/sql'

/** Who wrote a record last, by name when it is somebody of the staff. */
export async function lastAuthorQuery(entity: string, id: number): Promise<string | undefined> {
  const [row] = await sql<{ author: string }>(
    `select coalesce(m.full_name, a.actor) as author
     from audit_log a left join staff_members m on 'staff:' || m.id = a.actor
     where a.entity = $1 and a.entity_id = $2 order by a.id desc limit 1`,
    [entity, String(id)]
  )
  return row?.author
}
