import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { touchProduct } from '#app/catalogue/products/touch_product'
import type { Changes } from '#app/platform/audit/record_act'
import { describeRule, describeVehicle, withPlace } from '#app/fitment/rules/describe_rule'
import { rulesById } from '#app/fitment/rules/fitment_rules_query'
import type { FitmentInput } from '#app/fitment/fitment_validators'
import { type MeantVehicles, meantVehicles } from '#app/fitment/vehicles/meant_vehicles'
import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import type { Acting } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { normaliseNumber } from '#app/references/normalise'

/** The rule that says it, none for one vehicle alone, and how many vehicles it speaks of. */
type AddedFitment = { ruleId: number | null; vehicles: number }

type Place = { position: string; conditionId: number; conditionFr: string }

/**
 * Says that a product fits the vehicles that are meant; what was said already is kept. Throws 404 for an
 * unknown product, 422 for unknown vehicles.
 */
export async function addFitment(
  productId: number,
  input: FitmentInput,
  acting: Acting
): Promise<AddedFitment> {
  const vehicles = await vehicleCatalogue()
  let added: AddedFitment = { ruleId: null, vehicles: 1 }
  await touchProduct(productId, acting, async (_, trx) => {
    const meant = meantVehicles(input, vehicles)
    const place = {
      position: input.position ?? '',
      conditionId: await conditionOf(input, trx),
      conditionFr: input.condition ?? '',
    }
    if (meant.type) {
      const isNew = await addVehicle(productId, meant.type.id, place, trx)
      return isNew ? told(withPlace(describeVehicle(meant.type.id, vehicles), place)) : {}
    }
    const { id, isNew } = await addRule(productId, input, meant, place, acting.actor, trx)
    added = { ruleId: id, vehicles: await expand(id, trx) }
    const [rule] = await rulesById([id], trx)
    return isNew ? told(describeRule(rule, vehicles)) : {}
  })
  return added
}

const told = (words: string): Changes => ({ fitments: [null, words] })

/** Conditions are written once for all products; a translation that was missing is taken. */
async function conditionOf(
  { condition, conditionAr }: FitmentInput,
  trx: TransactionClientContract
): Promise<number> {
  if (!condition) return 0
  const [{ id }] = await sql<{ id: number }>(
    `insert into fit_conditions as known (text_fr, text_ar) values ($1, $2)
     on conflict (text_fr) do update set text_ar = coalesce(known.text_ar, excluded.text_ar) returning id`,
    [condition, conditionAr ?? null],
    trx
  )
  return id
}

/** What a rule had made before becomes a fact of its own. Resolves with whether anything changed. */
async function addVehicle(
  productId: number,
  typeId: number,
  { position, conditionId }: Place,
  trx: TransactionClientContract
): Promise<boolean> {
  const written = await sql(
    `insert into fitments as known (product_id, vehicle_type_id, position, condition_id) values ($1, $2, $3, $4)
     on conflict (product_id, vehicle_type_id, position, condition_id) do update set rule_id = null
     where known.rule_id is not null returning product_id`,
    [productId, typeId, position, conditionId],
    trx
  )
  return written.length > 0
}

async function addRule(
  productId: number,
  { engineCode, fuel, yearFrom, yearTo }: FitmentInput,
  { make, model }: MeantVehicles,
  { position, conditionId }: Place,
  source: string,
  trx: TransactionClientContract
) {
  const [rule] = await sql<{ id: number; isNew: boolean }>(
    `insert into fitment_rules as known (product_id, make_id, model_id, engine_code_norm, fuel, year_from, year_to,
       position, condition_id, source) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict on constraint one_rule do update set source = known.source
     returning id, xmax = 0 as "isNew"`,
    [
      ...[productId, make.id, model?.id ?? null, normaliseNumber(engineCode ?? ''), fuel ?? ''],
      ...[yearFrom ?? null, yearTo ?? null, position, conditionId, source],
    ],
    trx
  )
  return rule
}

/** Resolves with how many vehicles the rule speaks of. */
async function expand(ruleId: number, trx: TransactionClientContract): Promise<number> {
  await sql('select expand_fitment_rules(array[$1::bigint])', [ruleId], trx)
  const [{ vehicles }] = await sql<{ vehicles: number }>(
    'select count(*)::int as vehicles from vehicles_of_rules(array[$1::bigint])',
    [ruleId],
    trx
  )
  return vehicles
}
