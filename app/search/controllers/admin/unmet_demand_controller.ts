import type { HttpContext } from '@adonisjs/core/http'
import { vehicleCatalogue } from '#app/fitment/vehicles/vehicle_catalogue'
import { typeDetail } from '#app/fitment/vehicles/vehicle_transformer'
import { invalid } from '#app/platform/http/invalid'
import type { Locale } from '#app/platform/http/locale'
import { filtersOf } from '#app/platform/lists/filters_of'
import { telephoneFormValidator, unmetPageValidator } from '#app/search/search_validators'
import { vehiclesNamed } from '#app/search/understanding/vehicles_named'
import { recordTelephoneRequest, unmetDemandQuery } from '#app/search/unmet_demand'
import { actingStaff } from '#app/staff/acting_staff'

const LIMIT = 50

/** What customers asked for and did not find; on the telephone the words alone are enough. */
export default class UnmetDemandController {
  async index({ request, view, i18n }: HttpContext) {
    const { cursor, ...asked } = await filtersOf(unmetPageValidator, request.qs())
    const [{ page, nextCursor }, vehicles, named] = await Promise.all([
      unmetDemandQuery(LIMIT, cursor),
      vehicleCatalogue(),
      asked.vehicle ? vehiclesNamed(asked.vehicle) : [],
    ])
    const nameOf = (id: number) => typeDetail(id, vehicles, i18n.locale as Locale)?.label
    return view.render('admin/unmet_demand/index', {
      ...{ nextCursor, cursor, asked },
      demands: page.map((demand) => ({
        ...demand,
        vehicle: demand.vehicleTypeId ? nameOf(demand.vehicleTypeId) : undefined,
      })),
      choice: named.map((id) => ({ value: id, label: nameOf(id) })),
    })
  }

  async store(ctx: HttpContext) {
    const input = await ctx.request.validateUsing(telephoneFormValidator)
    const { words, vehicle } = input
    const [contact, note] = [input.contact ?? undefined, input.note ?? undefined]
    const named = await vehicleOf(input)
    if (named.length > 1) {
      const told = Object.entries({ words, contact, note, vehicle })
      const known = told.flatMap(([name, value]): [string, string][] =>
        value ? [[name, value]] : []
      )
      return ctx.response.seeOther(`/admin/unmet-demand?${new URLSearchParams(known)}`)
    }
    const asked = { words, vehicleTypeId: named[0], contact, note }
    await recordTelephoneRequest(asked, actingStaff(ctx))
    ctx.session.flash('done', { key: 'unmet.recorded', data: { words } })
    return ctx.response.seeOther('/admin/unmet-demand')
  }
}

type Told = { vehicle?: string | null; vehicleTypeId?: number | null }

/** The car that was chosen, none where 0 was, else those that the words name. Throws a 422 when they name none. */
async function vehicleOf({ vehicle, vehicleTypeId }: Told): Promise<number[]> {
  if (typeof vehicleTypeId === 'number') return vehicleTypeId ? [vehicleTypeId] : []
  if (!vehicle) return []
  const named = await vehiclesNamed(vehicle)
  if (named.length === 0) throw invalid('vehicle', 'exists', 'No vehicle is called so')
  return named
}
