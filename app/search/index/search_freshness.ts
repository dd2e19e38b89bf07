import { sql } from '#app/platform/database/sql'
import type { HealthState } from '#app/platform/shell/shell'

/** Lists, words and products are written in one transaction: a gap is damage, unless words are due. */
export async function searchFreshness(): Promise<{
  state: HealthState
  data: Record<string, unknown>
}> {
  const [{ published, missing }] = await sql<{ published: number; missing: number }>(
    `select count(*)::int as published,
       (count(*) filter (where l.product_id is null or d.product_id is null and w.product_id is null))::int as missing
     from products p
     left join product_listings l on l.product_id = p.id
     left join search_documents d on d.product_id = p.id
     left join search_words_due w on w.product_id = p.id
     where p.status = 'active' and p.deleted_at is null`
  )
  return { state: missing > 0 ? 'bad' : 'ok', data: { published, missing } }
}
