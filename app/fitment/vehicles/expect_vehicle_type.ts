import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { notFound } from '#app/platform/http/problem'

/** Throws 404 when a vehicle is named that there is none of: nothing can be said of whether a part fits it. */
export async function expectVehicleType(id?: number): Promise<void> {
  if (id === undefined) return
  const { types } = await vehicleCatalogue()
  if (!types.has(id)) throw notFound('vehicle type')
}
