import { updateCategory } from '#app/catalogue/categories/write_category'
import type { Acting } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'

/** Moves a category one place up or down among its siblings; at the end it stays. Throws 404. */
export async function stepCategory(id: number, step: 'up' | 'down', acting: Acting): Promise<void> {
  const [row] = await sql<{ place: number }>(
    `select place::int from (
       select s.id, row_number() over (order by s.position, s.id) - 1 as place
       from categories c join categories s on s.parent_id is not distinct from c.parent_id where c.id = $1
     ) siblings where id = $1`,
    [id]
  )
  if (!row) throw notFound('category')
  const position = Math.max(0, row.place + (step === 'up' ? -1 : 1))
  await updateCategory(id, { position }, acting)
}
