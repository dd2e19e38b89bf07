import db from '@adonisjs/lucid/services/db'
import { VIN_PREFIX } from '#app/fitment/vin/learned_vehicles_query'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { sql } from '#app/platform/database/sql'
import { notFound } from '#app/platform/http/problem'

/** Forgets that VINs like this one were said to be this vehicle. Throws 404 when nobody has said so. */
export function withdrawVehicle(vin: string, typeId: number, acting: Acting): Promise<void> {
  return db.transaction(async (trx) => {
    await actAs(trx, acting)
    const [withdrawn] = await sql(
      'delete from vin_prefixes where prefix = $1 and vehicle_type_id = $2 returning prefix',
      [vin.slice(0, VIN_PREFIX), typeId],
      trx
    )
    if (!withdrawn) throw notFound('vehicle type')
  })
}
