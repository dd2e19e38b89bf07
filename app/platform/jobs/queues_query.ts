import { sql } from '#app/platform/database/sql'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { DEAD_LETTERS } from '#app/platform/jobs/prepare'

/** How much work of one kind there is; `oldestSeconds` is how long what is ready has been waiting. */
export type Queue = {
  name: string
  waiting: number
  active: number
  failed: number
  oldestSeconds: number
}

/** Every queue, those with work first. */
export function queuesQuery(): Promise<Queue[]> {
  return sql<Queue>(
    `with work as (
       select case when name = $1 then source_name else name end as queue, state,
         name = $1 as is_dead, start_after
       from ${JOBS_SCHEMA}.job where state <= 'active'
     )
     select q.name,
       (count(*) filter (where not w.is_dead and w.state < 'active'))::int as waiting,
       (count(*) filter (where not w.is_dead and w.state = 'active'))::int as active,
       (count(*) filter (where w.is_dead))::int as failed,
       coalesce(extract(epoch from now() - min(w.start_after) filter (
         where not w.is_dead and w.state < 'active' and w.start_after <= now())), 0)::int as "oldestSeconds"
     from ${JOBS_SCHEMA}.queue q left join work w on w.queue = q.name
     where q.name <> $1
     group by q.name order by count(w.queue) desc, q.name`,
    [DEAD_LETTERS]
  )
}
