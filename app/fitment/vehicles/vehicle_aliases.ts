import db from '@adonisjs/lucid/services/db'
import type { NamedVehicle } from '#app/fitment/vehicles/staff_vehicle_validators'
import { bumpEpochs } from '#app/platform/cache/epochs'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { invalid } from '#app/platform/http/invalid'
import { notFound } from '#app/platform/http/problem'
import { foldWords } from '#app/platform/text/fold_words'

/** Where makes and models are, and what refers to them. */
export const VEHICLE_TABLES = {
  makes: { table: 'vehicle_makes', key: 'make_id' },
  models: { table: 'vehicle_models', key: 'model_id' },
}

/** What customers call a make or a model besides; a name that it has is kept. Throws 404, 422 for no word. */
export function addAlias({ kind, id }: NamedVehicle, alias: string, acting: Acting): Promise<void> {
  const { table, key } = VEHICLE_TABLES[kind]
  expectWord('alias', alias)
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const found = await sql(`select id from ${table} where id = $1 for share`, [id], trx)
    if (found.length === 0) throw notFound('make or model')
    await sql(
      `insert into vehicle_aliases (${key}, alias) values ($1, $2) on conflict do nothing`,
      [id, alias],
      trx
    )
    await bumpEpochs(['vehicles'], trx)
  })
}

/** A name that is understood has at least one letter or digit once its words are folded. Throws 422. */
export function expectWord(field: string, name: string): void {
  if (/[\p{L}\p{N}]/u.test(foldWords(name))) return
  throw invalid(field, 'regex', 'A name has letters or digits')
}

/** Takes a name from a make or a model. Resolves with the name. Throws 404. */
export function removeAlias(
  { kind, id }: NamedVehicle,
  aliasId: number,
  acting: Acting
): Promise<string> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const [gone] = await sql<{ alias: string }>(
      `delete from vehicle_aliases where id = $1 and ${VEHICLE_TABLES[kind].key} = $2 returning alias`,
      [aliasId, id],
      trx
    )
    if (!gone) throw notFound('name of this make or model')
    await bumpEpochs(['vehicles'], trx)
    return gone.alias
  })
}
