import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'

/**
 * What rules had made of these vehicle types is made anew: the types are others now, and rules may speak
 * of them that did not. Resolves with whether anything changed.
 */
export async function followRulesToTypes(
  ids: number[],
  trx: TransactionClientContract
): Promise<boolean> {
  const forgotten = await sql<{ id: number }>(
    `delete from fitments where vehicle_type_id = any($1::int[]) and rule_id is not null
     returning product_id as id`,
    [ids],
    trx
  )
  const [{ added }] = await sql<{ added: number }>(
    `select expand_fitment_rules(array(select id from fitment_rules where make_id in (
       select m.make_id from vehicle_types t join vehicle_models m on m.id = t.model_id
       where t.id = any($1::int[])))) as added`,
    [ids],
    trx
  )
  return forgotten.length + added > 0
}

/** Rules of these products may speak of vehicles that something else had said before. */
export async function followRulesOf(products: number[], trx: TransactionClientContract) {
  await sql(
    `select expand_fitment_rules(array(
       select id from fitment_rules where product_id = any($1::int[])))`,
    [products],
    trx
  )
}
