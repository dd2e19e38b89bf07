import { type Vehicle, vehiclesOf } from '#app/demo/vehicle'
import { FLEET_MODELS } from '#app/fitment/fleet/models/all'

/** The cars of the demo shop's customers. */
export const VEHICLES: Vehicle[] = FLEET_MODELS.flatMap(vehiclesOf)
