import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { followRulesToTypes } from '#app/fitment/rules/follow_rules'
import type { ApplyContext, BatchOutcome } from '#app/imports/import_target'
import { addVehicleAliases } from '#app/imports/vehicles/add_vehicle_aliases'
import { writeMakesAndModels } from '#app/imports/vehicles/write_makes_and_models'
import { findVehicleTypes, writeVehicleTypes } from '#app/imports/vehicles/write_vehicle_types'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { sql } from '#app/platform/database/sql'

/**
 * Writes the rows of `batch` as makes, models and types. An empty cell changes nothing. Rules that speak
 * of a make whose types changed are expanded again, in the same transaction.
 */
export async function applyVehicles({ trx, analyse }: ApplyContext): Promise<BatchOutcome> {
  await sql(
    'alter table batch add make_id integer, add model_id integer, add type_id integer',
    [],
    trx
  )
  await sql('create temporary table changed (seq integer, created boolean) on commit drop', [], trx)
  await sql('create temporary table changed_types (id integer) on commit drop', [], trx)
  await findVehicleTypes(trx)
  await writeMakesAndModels(trx)
  await writeVehicleTypes(trx)
  await addVehicleAliases(trx)
  if (analyse) await trx.rawQuery('analyze vehicle_makes, vehicle_models, vehicle_types')

  const [outcome] = await sql<BatchOutcome>(COUNT_CHANGES, [], trx)
  if (outcome.created + outcome.updated > 0) await bumpEpochs(['vehicles'], trx)
  await expandRules(trx)
  return outcome
}

async function expandRules(trx: TransactionClientContract) {
  const types = await sql<{ id: number }>('select id from changed_types', [], trx)
  const ids = types.map(({ id }) => id)
  if (await followRulesToTypes(ids, trx)) await bumpEpochs(['catalogue'], trx)
}

const COUNT_CHANGES = `
  select count(*) filter (where created)::int as created, count(*) filter (where not created)::int as updated
  from (select bool_or(created) as created from changed join batch b using (seq) where b.reason is null group by seq) rows`
