import type { HttpContext } from '@adonisjs/core/http'
import { staffTypeQuery } from '#app/fitment/staff_types_query'
import { vehicleIdValidator, vehicleTypeFormValidator } from '#app/fitment/staff_vehicle_validators'
import { staffModelQuery } from '#app/fitment/staff_vehicles_query'
import { BODIES, FUELS } from '#app/fitment/vehicle_words'
import {
  createVehicleType,
  updateVehicleType,
  type WrittenType,
} from '#app/fitment/write_vehicle_type'
import { notFound } from '#app/platform/http/problem'
import { actingStaff } from '#app/staff/acting_staff'

/** The finest vehicles there are. */
export default class TypesController {
  async create({ params, view }: HttpContext) {
    const { id } = await vehicleIdValidator.validate(params)
    return view.render('admin/vehicles/type', { ...(await formOf(id)), type: undefined })
  }

  async store(ctx: HttpContext) {
    const { id } = await vehicleIdValidator.validate(ctx.params)
    const input = await ctx.request.validateUsing(vehicleTypeFormValidator)
    const type = await createVehicleType(id, input, actingStaff(ctx))
    return this.#back(ctx, 'vehicles.type_created', type, input.name)
  }

  async edit({ params, view }: HttpContext) {
    const { id } = await vehicleIdValidator.validate(params)
    const type = await staffTypeQuery(id)
    if (!type) throw notFound('vehicle type')
    return view.render('admin/vehicles/type', { ...(await formOf(type.modelId)), type })
  }

  async update(ctx: HttpContext) {
    const { id } = await vehicleIdValidator.validate(ctx.params)
    const input = await ctx.request.validateUsing(vehicleTypeFormValidator)
    const type = await updateVehicleType(id, input, actingStaff(ctx))
    return this.#back(ctx, 'vehicles.type_saved', type, input.name)
  }

  #back({ session, response }: HttpContext, key: string, type: WrittenType, name: string) {
    session.flash('done', { key, data: { name, count: type.fitments } })
    return response.redirect().status(303).toPath(`/admin/vehicles/models/${type.modelId}`)
  }
}

async function formOf(modelId: number) {
  const model = await staffModelQuery(modelId)
  if (!model) throw notFound('model')
  return { model, bodies: BODIES, fuels: FUELS }
}
