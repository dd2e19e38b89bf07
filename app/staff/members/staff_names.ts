import { sql } from '#app/platform/database/sql'
import type { ActorSource } from '#app/platform/shell/shell'

type Named = { id: string; name: string }

/** People of the staff in histories: by name, those who have left too. */
export const staffNames: ActorSource = {
  kind: 'staff',
  async names(ids) {
    const rows = await sql<Named>(
      'select id::text, full_name as name from staff_members where id::text = any($1)',
      [ids]
    )
    return new Map(rows.map(({ id, name }) => [id, name]))
  },
  all: () =>
    sql<Named>('select id::text, full_name as name from staff_members order by full_name, id'),
}
