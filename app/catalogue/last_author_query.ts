import { sql } from '#app/platform/database/sql'

/** Who wrote the product last, by name when it is somebody of the staff. */
export async function lastAuthorQuery(productId: number): Promise<string | undefined> {
  const [row] = await sql<{ author: string }>(
    `select coalesce(m.full_name, a.actor) as author
     from audit_log a left join staff_members m on 'staff:' || m.id = a.actor
     where a.entity = 'products' and a.entity_id = $1::text order by a.id desc limit 1`,
    [productId]
  )
  return row?.author
}
