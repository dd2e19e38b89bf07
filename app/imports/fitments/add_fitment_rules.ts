import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/**
 * Rows that describe vehicles. Their rules are kept, so that vehicles of later lists get their fitments
 * too, and expanded for the vehicles there are now.
 */
export async function addFitmentRules(trx: TransactionClientContract, source: string) {
  await sql(NEW_RULES, [], trx)
  const [{ rules }] = await sql<{ rules: number }>(LIST_RULES_COUNT, [], trx)
  if (rules === 0) return
  await sql(LIST_RULES, [], trx)
  await sql('analyze rules', [], trx)
  await sql(WRITE_RULES, [source], trx)
  await sql(EXPAND_RULES, [], trx)
}

const NEW_RULES = `create temporary table new_rules (id bigint, product_id integer) on commit drop`

const LIST_RULES_COUNT = `select count(*)::int as rules from batch where reason is null and scopes is not null`

const LIST_RULES = `
  create temporary table rules on commit drop as
  select b.seq, b.source, s.product_id, r.make as make_id, r.model as model_id,
    r.engine collate "C" as engine_code_norm, r.fuel, r.kw as power_kw, r.cc as displacement_cc,
    r."from" as year_from, r."to" as year_to, coalesce(nullif(b.position, ''), r.position) as position,
    c.id as condition_id, b.quantity
  from batch b
  join parts s using (seq)
  cross join jsonb_to_recordset(b.scopes -> 'rules') as r (make int, model int, engine text, fuel text,
    kw smallint, cc int, "from" smallint, "to" smallint, position text, condition text)
  join fit_conditions c
    on c.text_fr = concat_ws(' ; ', nullif(b.condition, ''), nullif(r.condition, ''))
  where b.reason is null`

const SAME_RULE = `
  r.product_id = w.product_id and r.make_id = w.make_id and r.condition_id = w.condition_id
  and r.position = w.position and r.engine_code_norm = w.engine_code_norm and r.fuel = w.fuel
  and (r.model_id, r.power_kw, r.displacement_cc, r.year_from, r.year_to)
    is not distinct from (w.model_id, w.power_kw, w.displacement_cc, w.year_from, w.year_to)`

const WRITE_RULES = `
  with missing as materialized (
    select w.* from rules w where not exists (select from fitment_rules r where ${SAME_RULE})
  ), written as (
    insert into fitment_rules (product_id, make_id, model_id, engine_code_norm, fuel, power_kw, displacement_cc,
      year_from, year_to, position, condition_id, quantity, source)
    select product_id, make_id, model_id, engine_code_norm, fuel, power_kw, displacement_cc, year_from, year_to,
      position, condition_id, quantity, coalesce(source, $1)
    from missing order by seq on conflict do nothing returning id, product_id
  ), noted as (
    insert into new_rules (id, product_id) select id, product_id from written
  )
  insert into changed (seq, created) select min(seq), true from missing
  group by product_id, make_id, model_id, engine_code_norm, fuel, power_kw, displacement_cc, year_from, year_to,
    position, condition_id`

const EXPAND_RULES = `
  select expand_fitment_rules(array(select distinct r.id from fitment_rules r join rules w on ${SAME_RULE}))`
