import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { touchProduct } from '#app/catalogue/products/touch_product'
import type { Changes } from '#app/platform/audit/record_act'
import { describeRule, describeVehicle } from '#app/fitment/rules/describe_rule'
import { rulesById } from '#app/fitment/rules/fitment_rules_query'
import { type VehicleCatalogue, vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import type { Acting } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { invalid } from '#app/platform/http/invalid'

/** As many as the log tells one by one. */
const MOST_TOLD = 50

/**
 * Says of a product what is said of another: its rules, and the vehicles named outright. What the product
 * has stays. Resolves with how many rules and vehicles were new. Throws 404, and 422 for an unknown SKU.
 */
export async function copyFitments(
  productId: number,
  sku: string,
  acting: Acting
): Promise<{ added: number }> {
  const vehicles = await vehicleCatalogue()
  let added = 0
  await touchProduct(productId, acting, async (_, trx) => {
    const other = await findOther(sku, productId, trx)
    const rules = await copyRules(productId, other, acting.actor, trx)
    const types = await copyVehicles(productId, other, trx)
    await sql('select expand_fitment_rules($1::bigint[])', [rules], trx)
    added = rules.length + types.length
    return added > 0 ? await told({ rules, types }, vehicles, trx) : {}
  })
  return { added }
}

async function findOther(sku: string, productId: number, trx: TransactionClientContract) {
  const [other] = await sql<{ id: number }>(
    'select id from products where sku = $1 and deleted_at is null and id <> $2',
    [sku, productId],
    trx
  )
  if (!other) throw invalid('from', 'exists', 'There is no other product with this SKU')
  return other.id
}

async function copyRules(
  productId: number,
  otherId: number,
  source: string,
  trx: TransactionClientContract
): Promise<number[]> {
  const rules = await sql<{ id: number }>(
    `insert into fitment_rules (product_id, make_id, model_id, engine_code_norm, fuel, power_kw, displacement_cc,
       year_from, year_to, position, condition_id, quantity, source)
     select $1, make_id, model_id, engine_code_norm, fuel, power_kw, displacement_cc, year_from, year_to, position,
       condition_id, quantity, $3
     from fitment_rules where product_id = $2 order by id on conflict do nothing returning id`,
    [productId, otherId, source],
    trx
  )
  return rules.map(({ id }) => id)
}

async function copyVehicles(
  productId: number,
  otherId: number,
  trx: TransactionClientContract
): Promise<number[]> {
  const types = await sql<{ id: number }>(
    `insert into fitments as known (product_id, vehicle_type_id, position, condition_id, quantity)
     select $1, vehicle_type_id, position, condition_id, quantity from fitments where product_id = $2 and rule_id is null
     on conflict (product_id, vehicle_type_id, position, condition_id) do update set rule_id = null
     where known.rule_id is not null returning vehicle_type_id as id`,
    [productId, otherId],
    trx
  )
  return types.map(({ id }) => id)
}

async function told(
  { rules, types }: Record<'rules' | 'types', number[]>,
  vehicles: VehicleCatalogue,
  trx: TransactionClientContract
): Promise<Changes> {
  const described = await rulesById(rules.slice(0, MOST_TOLD), trx)
  const words = [
    ...described.map((rule) => describeRule(rule, vehicles)),
    ...types.slice(0, MOST_TOLD).map((id) => describeVehicle(id, vehicles)),
  ].slice(0, MOST_TOLD)
  const untold = rules.length + types.length - words.length
  return { fitments: [null, untold > 0 ? [...words, `… +${untold}`] : words] }
}
