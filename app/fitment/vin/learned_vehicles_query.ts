import { sql } from '#app/platform/database/sql'

type LearnedVehicle = { typeId: number; confirmations: number }

/** How much of a VIN all cars of one kind share. */
export const VIN_PREFIX = 11

/** What staff found VINs that begin alike to be, the most often confirmed first. */
export function learnedVehiclesQuery(vin: string): Promise<LearnedVehicle[]> {
  return sql<LearnedVehicle>(
    `select vehicle_type_id as "typeId", confirmations from vin_prefixes
     where prefix = $1 order by confirmations desc, last_confirmed_at desc, vehicle_type_id limit 10`,
    [vin.slice(0, VIN_PREFIX)]
  )
}
