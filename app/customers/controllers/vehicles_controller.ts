import type { HttpContext } from '@adonisjs/core/http'
import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { typeDetail } from '#app/fitment/vehicles/vehicle_transformer'
import { garageValidator, vehicleTypeValidator } from '#app/fitment/vehicles/vehicle_validators'
import { localeOf } from '#app/platform/http/locale'
import { customerOf } from '#app/customers/acting_customer'
import { addCar, ownGarage, removeCar } from '#app/customers/own_garage'
import { wholeList } from '#app/platform/lists/whole_list'

/** The cars of a customer. */
export default class VehiclesController {
  async index(ctx: HttpContext) {
    const [cars, vehicles] = [await ownGarage(customerOf(ctx).id), await vehicleCatalogue()]
    return wholeList(cars.flatMap((id) => typeDetail(id, vehicles, localeOf(ctx)) ?? []))
  }

  async store(ctx: HttpContext) {
    const { vehicle } = await garageValidator.validate(ctx.request.body())
    await addCar(customerOf(ctx).id, vehicle)
    ctx.response.status(201)
    return this.index(ctx)
  }

  async destroy(ctx: HttpContext) {
    const { id } = await vehicleTypeValidator.validate(ctx.params)
    await removeCar(customerOf(ctx).id, id)
    return ctx.response.noContent()
  }
}
