import type { HttpContext } from '@adonisjs/core/http'
import { saveVehicleType } from '#app/fitment/vehicles/save_vehicle_forms'
import { staffTypeQuery } from '#app/fitment/vehicles/staff_types_query'
import {
  vehicleIdValidator,
  vehicleTypeFormValidator,
} from '#app/fitment/vehicles/staff_vehicle_validators'
import { staffModelQuery } from '#app/fitment/vehicles/staff_vehicles_query'
import { BODIES, FUELS } from '#app/fitment/vehicles/vehicle_words'
import { createVehicleType, type WrittenType } from '#app/fitment/vehicles/write_vehicle_type'
import { actingStaff } from '#app/staff/acting_staff'

/** The finest vehicles there are. */
export default class TypesController {
  async create({ params, view }: HttpContext) {
    const { id } = await vehicleIdValidator.validate(params)
    return view.render('admin/vehicles/type', { ...(await formOf(id)), type: undefined })
  }

  async store(ctx: HttpContext) {
    const { id } = await vehicleIdValidator.validate(ctx.params)
    const { version, ...input } = await ctx.request.validateUsing(vehicleTypeFormValidator)
    const type = await createVehicleType(id, input, actingStaff(ctx))
    return this.#back(ctx, 'vehicles.type_created', type, input.name)
  }

  async edit({ params, view }: HttpContext) {
    const { id } = await vehicleIdValidator.validate(params)
    const type = await staffTypeQuery(id)
    return view.render('admin/vehicles/type', { ...(await formOf(type.modelId)), type })
  }

  async update(ctx: HttpContext) {
    const { id } = await vehicleIdValidator.validate(ctx.params)
    const input = await ctx.request.validateUsing(vehicleTypeFormValidator)
    const saved = await saveVehicleType(id, input, actingStaff(ctx))
    if ('type' in saved) return this.#back(ctx, 'vehicles.type_saved', saved.type, input.name)
    const { conflict } = saved
    const stored = await staffTypeQuery(id)
    const type = { ...stored, ...conflict.typed }
    const form = { ...(await formOf(stored.modelId)), type, conflict }
    return ctx.response.status(409).send(await ctx.view.render('admin/vehicles/type', form))
  }

  #back({ session, response }: HttpContext, key: string, type: WrittenType, name: string) {
    session.flash('done', { key, data: { name, count: type.fitments } })
    return response.seeOther(`/admin/vehicles/models/${type.modelId}`)
  }
}

const formOf = async (modelId: number) => ({
  model: await staffModelQuery(modelId),
  bodies: BODIES,
  fuels: FUELS,
})
