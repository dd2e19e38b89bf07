import logger from '@adonisjs/core/services/logger'
import { sql } from '#app/platform/database/sql'

const FLUSH_EVERY = 2_000
/** More different products than this between two flushes are not counted: memory stays bounded. */
const MAX_WAITING = 20_000

let waiting = new Map<string, number>()
let timer: NodeJS.Timeout | undefined

/**
 * Counts one view of the product at this address, in memory: views reach the
 * database in batches, never as one UPDATE per request.
 */
export function countView(slug: string) {
  if (waiting.size >= MAX_WAITING && !waiting.has(slug)) return
  waiting.set(slug, (waiting.get(slug) ?? 0) + 1)
  timer ??= setTimeout(() => void flushViews().catch(report), FLUSH_EVERY).unref()
}

/** Writes the views that wait when the process ends; a database that is gone does not keep it. */
export const writeLastViews = () => flushViews().catch(report)

/** Writes the views counted so far. */
export async function flushViews() {
  clearTimeout(timer)
  timer = undefined
  if (waiting.size === 0) return
  const views = waiting
  waiting = new Map()
  await sql(
    `insert into product_views (product_id, day, views)
     select p.id, (now() at time zone 'Africa/Tunis')::date, seen.views
     from unnest($1::text[], $2::int[]) as seen (slug, views)
     join products p on p.slug = seen.slug order by p.id
     on conflict (product_id, day) do update set views = product_views.views + excluded.views`,
    [[...views.keys()], [...views.values()]]
  )
}

const report = (error: Error) => logger.warn({ err: error }, 'views were not counted')
