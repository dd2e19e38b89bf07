import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { NamedVehicle, VehicleNames } from '#app/fitment/vehicles/staff_vehicle_validators'
import { expectWord, VEHICLE_TABLES } from '#app/fitment/vehicles/vehicle_aliases'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { expectVersion } from '#app/platform/http/expect_version'
import { notFound } from '#app/platform/http/problem'

type Stored = { name: string; nameAr: string | null; version: number }

/**
 * Gives a make or a model other names; its address stays, and it is still understood by its former name.
 * What is not named stays. Throws 404, 409 for a name that another one has, 422 for one without a word, 412 when somebody else changed it.
 */
export function renameVehicle(
  { kind, id }: NamedVehicle,
  names: VehicleNames,
  acting: Acting,
  version?: number
): Promise<void> {
  if (names.name !== undefined) expectWord('name', names.name)
  const { table } = VEHICLE_TABLES[kind]
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const [stored] = await sql<Stored>(
      `select name, name_ar as "nameAr", version from ${table} where id = $1 for update`,
      [id],
      trx
    )
    if (!stored) throw notFound('make or model')
    expectVersion(stored, version)
    const { name, nameAr } = { ...stored, ...names }
    await sql(
      `update ${table} set name = $2, name_ar = $3, version = version + 1 where id = $1`,
      [id, name, nameAr],
      trx
    )
    if (name !== stored.name) await keepUnderstanding({ kind, id }, stored.name, trx)
    await bumpEpochs(['vehicles', 'catalogue'], trx)
  })
}

/** Customers and files go on calling it as before, unless a list gave it a name that no word is left of. */
async function keepUnderstanding(
  { kind, id }: NamedVehicle,
  former: string,
  trx: TransactionClientContract
) {
  await sql(
    `insert into vehicle_aliases (${VEHICLE_TABLES[kind].key}, alias)
     select $1, $2 where fold_words($2) <> '' on conflict do nothing`,
    [id, former],
    trx
  )
}
