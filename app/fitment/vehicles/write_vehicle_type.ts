import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { VehicleTypeInput } from '#app/fitment/vehicles/staff_vehicle_validators'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { invalid } from '#app/platform/http/invalid'
import { expectVersion } from '#app/platform/http/expect_version'
import { notFound } from '#app/platform/http/problem'

/** A type with how many fitments follow from rules that speak of it. */
export type WrittenType = { id: number; modelId: number; fitments: number }

/** Adds a type to a model. Throws 404 for an unknown model, 409 for a type that is there already. */
export function createVehicleType(
  modelId: number,
  input: VehicleTypeInput,
  acting: Acting
): Promise<WrittenType> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    await lockMake(modelId, trx)
    const [{ id }] = await sql<{ id: number }>(CREATE, [modelId, ...valuesOf(input)], trx)
    return follow({ id, modelId }, trx)
  })
}

/**
 * Changes a type; what rules had made of it is made anew. Throws 404, 409 when it is another's double,
 * 412 when somebody else changed it.
 */
export function updateVehicleType(
  id: number,
  input: VehicleTypeInput,
  acting: Acting,
  version?: number
): Promise<WrittenType> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const { modelId } = await findType(id, trx)
    await lockMake(modelId, trx)
    expectVersion(await findType(id, trx), version)
    await sql(UPDATE, [id, ...valuesOf(input)], trx)
    return follow({ id, modelId }, trx)
  })
}

async function findType(id: number, trx: TransactionClientContract) {
  const [type] = await sql<{ modelId: number; version: number }>(
    'select model_id as "modelId", version from vehicle_types where id = $1',
    [id],
    trx
  )
  if (!type) throw notFound('vehicle type')
  return type
}

/** Rules that are being written wait, and see the type; those that were written are seen here. */
async function lockMake(modelId: number, trx: TransactionClientContract) {
  const makes = await sql(
    `select k.id from vehicle_makes k join vehicle_models m on m.make_id = k.id where m.id = $1
     for update of k`,
    [modelId],
    trx
  )
  if (makes.length === 0) throw notFound('model')
}

function valuesOf(input: VehicleTypeInput) {
  const { producedFrom, producedTo } = input
  if (producedTo && producedTo < producedFrom) {
    throw invalid('producedTo', 'period', 'The last month is before the first')
  }
  return [
    ...[input.name, input.body, input.fuel, input.displacementCc ?? null, input.powerKw ?? null],
    ...[input.engineCode ?? '', `${producedFrom}-01`, producedTo ? `${producedTo}-01` : null],
    input.ktype ?? null,
  ]
}

async function follow(
  type: { id: number; modelId: number },
  trx: TransactionClientContract
): Promise<WrittenType> {
  await sql(
    'delete from fitments where vehicle_type_id = $1 and rule_id is not null',
    [type.id],
    trx
  )
  const [{ fitments }] = await sql<{ fitments: number }>(
    `select expand_fitment_rules(array(select r.id from fitment_rules r join vehicle_models m using (make_id)
       where m.id = $1 and (r.model_id is null or r.model_id = m.id)), $2) as fitments`,
    [type.modelId, type.id],
    trx
  )
  await bumpEpochs(['catalogue', 'vehicles'], trx)
  return { ...type, fitments }
}

/** The last month ends on its last day. */
const LAST_DAY = (month: string) => `(${month}::date + interval '1 month - 1 day')::date`

const CREATE = `
  insert into vehicle_types (model_id, name, body, fuel, displacement_cc, power_kw, engine_code, produced_from,
    produced_to, ktype)
  values ($1, $2, $3, $4, $5, $6, $7, $8, ${LAST_DAY('$9')}, $10) returning id`

const UPDATE = `
  update vehicle_types set name = $2, body = $3, fuel = $4, displacement_cc = $5, power_kw = $6, engine_code = $7,
    produced_from = $8, produced_to = ${LAST_DAY('$9')}, ktype = $10, version = version + 1 where id = $1`
