import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/**
 * Adds the numbers of the rows. What a file says is added to what is known
 * from elsewhere; only a maker's number, brand or GTIN that the file changes
 * replaces the former one.
 */
export async function applyNumbers(trx: TransactionClientContract, source: string) {
  await sql(DROP_FORMER, [], trx)
  await sql(LIST_NUMBERS, [], trx)
  await sql('analyze numbers (product_id, is_new)', [], trx)
  await sql(ADD_NUMBERS, [source], trx)
}

const DROP_FORMER = `
  with moved as materialized (
    select p.id, b.old_mpn, b.old_gtin, p.mpn, p.gtin, norm_ref(brand.name) collate "C" as brand_norm
    from batch b join products p on p.id = b.product_id join brands brand on brand.id = p.brand_id
    where b.reason is null and b.old_brand_id is not null and
      (b.old_mpn, b.old_brand_id, b.old_gtin) is distinct from (p.mpn, p.brand_id, p.gtin)
  ), gone as (
    delete from part_numbers n using moved m
    where n.product_id = m.id
      and (n.kind = 'mpn' and n.number_norm = norm_ref(m.old_mpn)
             and (n.number_norm, n.owner_norm) is distinct from (norm_ref(m.mpn) collate "C", m.brand_norm)
        or n.kind = 'gtin' and n.number_norm = m.old_gtin and m.old_gtin <> m.gtin)
    returning n.product_id, n.kind, n.owner, n.number, n.source, n.confidence
  ), noted as (
    insert into changed_parts (product_id, part, before)
    select product_id, 'partNumbers', to_jsonb(gone) - 'product_id' from gone
  )
  insert into changed (product_id, created) select product_id, false from gone`

/** A table with statistics of its own: the planner takes a list inside JSON for a hundred numbers. */
const LIST_NUMBERS = `
  create temporary table numbers on commit drop as
  select b.product_id, b.old_brand_id is null as is_new, 'own' as kind, '' as owner, b.sku as number,
    '' collate "C" as owner_norm, norm_ref(b.sku) collate "C" as number_norm
  from batch b where b.reason is null
  union all
  select b.product_id, b.old_brand_id is null, 'mpn', brand.name collate "default", p.mpn,
    norm_ref(brand.name), b.mpn_norm
  from batch b join products p on p.id = b.product_id join brands brand on brand.id = p.brand_id
  where b.reason is null and b.mpn_norm is not null
  union all
  select b.product_id, b.old_brand_id is null, n ->> 0, n ->> 1, n ->> 2, n ->> 3, n ->> 4
  from batch b, jsonb_array_elements(b.numbers) n
  where b.reason is null`

/** New products have no numbers to compare with. */
const ADD_NUMBERS = `
  with missing as (
    select * from numbers where is_new
    union all
    select * from numbers w where not is_new and not exists (
      select from part_numbers n
      where n.product_id = w.product_id and n.kind = w.kind
        and n.owner_norm = w.owner_norm and n.number_norm = w.number_norm
    )
  ), added as (
    insert into part_numbers (product_id, kind, owner, number, source)
    select product_id, kind, owner, number, $1 from missing where number_norm <> ''
    on conflict do nothing
    returning product_id, kind, owner, number
  ), noted as (
    insert into changed_parts (product_id, part, after)
    select a.product_id, 'partNumbers', to_jsonb(a) - 'product_id'
    from added a join batch b on b.product_id = a.product_id
    where b.old_brand_id is not null and b.reason is null and a.kind <> 'own'
  )
  -- A product whose own numbers were missing here is repaired, not changed.
  insert into changed (product_id, created)
  select distinct product_id, false from added where kind not in ('own', 'mpn')`
