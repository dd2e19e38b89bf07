import type pg from 'pg'
import { readVehicles } from '#app/fitment/vehicles/vehicle_catalogue'
import { resolveVehicles } from '#app/imports/fitments/resolve_vehicles'
import { VehicleNames } from '#app/imports/fitments/vehicle_names'
import { RowRejected } from '#app/imports/import_target'

const BLOCK = 2_000

/** Finds the vehicles that rows name in words: each wording once, however many rows have it. */
export async function settleFitments(staging: string, session: pg.Client): Promise<string[]> {
  const { rows } = await session.query<{ words: string }>(
    `select distinct vehicle as words from ${staging} where vehicle is not null`
  )
  if (!rows.length) return []
  await session.query(`create index on ${staging} (vehicle) where vehicle is not null`)
  const names = new VehicleNames(await readVehicles())
  for (let from = 0; from < rows.length; from += BLOCK) {
    const found = rows.slice(from, from + BLOCK).map(({ words }) => resolved(words, names))
    await session.query(
      `update ${staging} s set scopes = f.scopes, reason = f.reason
       from jsonb_to_recordset($1::jsonb) as f (words text, scopes jsonb, reason text)
       where s.vehicle = f.words and s.reason is null`,
      [JSON.stringify(found)]
    )
  }
  return []
}

function resolved(words: string, names: VehicleNames) {
  try {
    return { words, scopes: resolveVehicles(JSON.parse(words), names) }
  } catch (error) {
    if (error instanceof RowRejected) return { words, reason: error.message }
    throw error
  }
}
