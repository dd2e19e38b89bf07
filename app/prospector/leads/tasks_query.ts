import { sql } from '#app/platform/database/sql'
import { FAMILY } from '#app/prospector/leads/lead_family'

type TaskRow = {
  id: number
  what: string
  dueOn: string
  isDue: boolean
  doneAt: Date | null
}

/** What is to be done with a lead: open tasks first, the most urgent before. */
export const tasksQuery = (leadId: number) =>
  sql<TaskRow>(
    `select id, what, due_on::text as "dueOn", done_at is null and due_on <= day_in_tunis() as "isDue",
       done_at as "doneAt"
     from lead_tasks where lead_id in ${FAMILY} order by done_at is not null, due_on, id limit 50`,
    [leadId]
  )

/** Tasks whose day has come. */
export async function countDueTasks(): Promise<number> {
  const [{ count }] = await sql<{ count: number }>(
    'select count(*)::int as count from lead_tasks where done_at is null and due_on <= day_in_tunis()'
  )
  return count
}
