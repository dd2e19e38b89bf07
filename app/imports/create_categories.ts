import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

const MAX_DEPTH = 20

/**
 * Creates the categories that are missing, level by level from the root.
 *
 * @param levels a query for `[slug, name]` pairs as JSON, every level of every path
 */
export async function createCategories(levels: string, trx: TransactionClientContract) {
  const [{ deepest }] = await sql<{ deepest: number | null }>(
    `with wanted as (select distinct level ->> 0 as slug from (${levels}) as w (level))
     select max(array_length(string_to_array(slug, '/'), 1)) - 1 as deepest from wanted
     where not exists (select from categories c where c.slug = wanted.slug)`,
    [],
    trx
  )
  for (let depth = 0; depth <= Math.min(deepest ?? -1, MAX_DEPTH); depth++) {
    await sql(
      `insert into categories (slug, name_fr, depth, parent_id)
       select distinct on (w.slug) w.slug, w.name, $1, parent.id
       from (select level ->> 0, level ->> 1 from (${levels}) as w (level)) as w (slug, name)
       left join categories parent on parent.slug = regexp_replace(w.slug, '/[^/]*$', '') and $1 > 0
       where array_length(string_to_array(w.slug, '/'), 1) - 1 = $1
         and not exists (select from categories c where c.slug = w.slug)
       order by w.slug, w.name
       on conflict do nothing`,
      [depth],
      trx
    )
  }
}
