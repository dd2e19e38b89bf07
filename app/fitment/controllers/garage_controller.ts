import type { HttpContext } from '@adonisjs/core/http'
import {
  type Garage,
  openGarage,
  sealGarage,
  withoutVehicle,
  withVehicle,
} from '#app/fitment/garage'
import { expectVehicleType } from '#app/fitment/vehicles/expect_vehicle_type'
import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { typeDetail } from '#app/fitment/vehicles/vehicle_transformer'
import { garageValidator, vehicleTypeValidator } from '#app/fitment/vehicles/vehicle_validators'
import { localeOf } from '#app/platform/http/locale'

/** The cars of a guest. The token holds all of it; nothing is kept here. */
export default class GarageController {
  async index(ctx: HttpContext) {
    return answer(ctx, garageOf(ctx))
  }

  async store(ctx: HttpContext) {
    const { vehicle } = await garageValidator.validate(ctx.request.body())
    await expectVehicleType(vehicle)
    ctx.response.status(201)
    return answer(ctx, withVehicle(garageOf(ctx), vehicle))
  }

  async destroy(ctx: HttpContext) {
    const { id } = await vehicleTypeValidator.validate(ctx.params)
    return answer(ctx, withoutVehicle(garageOf(ctx), id))
  }
}

const garageOf = ({ request }: HttpContext) => openGarage(request.header('x-garage-token'))

async function answer(ctx: HttpContext, garage: Garage) {
  const [vehicles, locale] = [await vehicleCatalogue(), localeOf(ctx)]
  ctx.response.header('Cache-Control', 'private, no-store')
  return {
    data: {
      token: sealGarage(garage),
      vehicles: garage.vehicleTypeIds.flatMap((id) => typeDetail(id, vehicles, locale) ?? []),
    },
  }
}
