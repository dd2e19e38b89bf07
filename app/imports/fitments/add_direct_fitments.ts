import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/** Rows that name vehicles outright. What a rule had made before becomes a fact of its own. */
export async function addDirectFitments(trx: TransactionClientContract) {
  await sql(FIND_FITMENTS, [], trx)
  await sql('analyze direct', [], trx)
  await sql(FIND_MISSING, [], trx)
  // Else each foreign key to the few conditions is checked by reading all of them: a third of the time.
  await trx.rawQuery('set local enable_seqscan = off; set local jit = off')
  await sql(WRITE_FITMENTS, [], trx)
  await trx.rawQuery('set local enable_seqscan = on')
  await sql('insert into changed (seq, created) select seq, created from missing', [], trx)
}

const FIND_FITMENTS = `
  create temporary table direct on commit drop as
  select min(f.seq) as seq, f.product_id, f.vehicle_type_id, f.position, c.id as condition_id,
    max(f.quantity) as quantity
  from (
    select b.seq, s.product_id, t.id as vehicle_type_id, b.position, b.condition, b.quantity
    from batch b join parts s using (seq) join vehicle_types t on t.ktype = b.ktype
    where b.reason is null
    union all
    select b.seq, s.product_id, t.id::int, b.position, b.condition, b.quantity
    from batch b join parts s using (seq), jsonb_array_elements_text(b.scopes -> 'types') t (id)
    where b.reason is null
  ) f join fit_conditions c on c.text_fr = f.condition
  group by 2, 3, 4, 5`

/**
 * What is there already is not touched: loading a list again writes nothing. Looked up one by one, as
 * joins would read the whole of a large table for each batch.
 */
const FIND_MISSING = `
  create temporary table missing on commit drop as
  select d.*, f.product_id is null as created
  from direct d left join lateral (
    select product_id, rule_id from fitments f
    where f.product_id = d.product_id and f.vehicle_type_id = d.vehicle_type_id
      and f.position = d.position and f.condition_id = d.condition_id limit 1
  ) f on true
  where f.product_id is null or f.rule_id is not null`

/** In the order of the key: its index grows at one place. */
const WRITE_FITMENTS = `
  insert into fitments as f (product_id, vehicle_type_id, position, condition_id, quantity)
  select product_id, vehicle_type_id, position, condition_id, quantity from missing
  order by product_id, vehicle_type_id, position, condition_id
  on conflict (product_id, vehicle_type_id, position, condition_id) do update
    set rule_id = null, quantity = coalesce(excluded.quantity, f.quantity)
  where f.rule_id is not null`
