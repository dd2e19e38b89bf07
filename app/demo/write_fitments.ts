import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/** Where products leave what they fit, until all of it becomes rules. */
export const APPLICATIONS = 'demo_applications'

export async function createApplications(trx: TransactionClientContract) {
  await sql(
    `create temporary table ${APPLICATIONS} (product_id integer, make text, model text, engine_code text,
       position text, condition_fr text, condition_ar text) on commit drop`,
    [],
    trx
  )
}

/** Declares what the products fit and expands it to the vehicles there are. */
export async function writeFitments(trx: TransactionClientContract) {
  await sql(
    `insert into fit_conditions (text_fr, text_ar)
     select distinct on (condition_fr) condition_fr, condition_ar from ${APPLICATIONS}
     order by condition_fr on conflict do nothing`,
    [],
    trx
  )
  await sql(
    `insert into fitment_rules (product_id, make_id, model_id, engine_code_norm, position, condition_id, source)
     select a.product_id, k.id, m.id, norm_ref(a.engine_code), a.position, c.id, 'demo'
     from ${APPLICATIONS} a
     join vehicle_makes k on k.name = a.make
     join vehicle_models m on m.make_id = k.id and m.name = a.model
     join fit_conditions c on c.text_fr = a.condition_fr
     on conflict do nothing`,
    [],
    trx
  )
  await sql('analyze fitment_rules', [], trx)
  await sql('select expand_fitment_rules(array(select id from fitment_rules))', [], trx)
}
