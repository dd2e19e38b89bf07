import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/**
 * Products whose own number is told in `numbers` to be a former one of another product are replaced by that, unless
 * somebody has said by what. Returns the products that were changed; they may be in no row of the batch.
 */
export async function linkSuccessors(trx: TransactionClientContract): Promise<number[]> {
  const linked = await sql<{ id: number }>(LINK, [], trx)
  return linked.map(({ id }) => id)
}

/** Without an owner, a former number is one of the brand's. Two that name each other replace nothing. */
const LINK = /* sql */ `
  with replaced as (
    select distinct on (old.id) old.id, w.product_id as successor
    from numbers w
    join products heir on heir.id = w.product_id
    join brands brand on brand.id = heir.brand_id
    join part_numbers o on o.kind = 'mpn' and o.number_norm = w.number_norm
      and o.owner_norm = case when w.owner_norm = '' then norm_ref(brand.name) else w.owner_norm end collate "C"
    join products old on old.id = o.product_id
    where w.kind = 'superseded' and old.id <> heir.id and old.deleted_at is null and old.superseded_by_id is null
      and heir.superseded_by_id is null
    order by old.id, w.product_id
  )
  update products p set superseded_by_id = r.successor, version = version + 1, updated_at = now()
  from replaced r
  where p.id = r.id and not exists (select from replaced back where back.id = r.successor and back.successor = r.id)
  returning p.id`
