import db from '@adonisjs/lucid/services/db'
import { VIN_PREFIX } from '#app/fitment/vin/learned_vehicles_query'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'

/** Remembers which vehicle a VIN turned out to be: the answer for every VIN that begins alike. */
export function confirmVehicle(vin: string, typeId: number, acting: Acting): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const [confirmed] = await sql(
      `insert into vin_prefixes as known (prefix, vehicle_type_id, last_confirmed_by)
       select $1, id, $3 from vehicle_types where id = $2
       on conflict (prefix, vehicle_type_id) do update set confirmations = known.confirmations + 1,
         last_confirmed_at = now(), last_confirmed_by = excluded.last_confirmed_by
       returning prefix`,
      [vin.slice(0, VIN_PREFIX), typeId, acting.actor],
      trx
    )
    if (!confirmed) throw notFound('vehicle type')
  })
}
