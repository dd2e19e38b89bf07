import { withAuthors } from '#app/platform/audit/authors'
import { sql } from '#app/platform/database/sql'

/** Who wrote the product last, by name. */
export async function lastAuthorQuery(productId: number): Promise<string | undefined> {
  const rows = await sql<{ actor: string }>(
    `select actor from audit_log where entity = 'products' and entity_id = $1::text order by id desc limit 1`,
    [productId]
  )
  const [last] = await withAuthors(rows)
  return last?.author
}
