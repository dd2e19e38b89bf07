import type { HttpContext } from '@adonisjs/core/http'
import { filtersOf } from '#app/platform/lists/filters_of'
import { routeValidator } from '#app/prospector/leads/lead_form_validators'
import { dayRoute } from '#app/prospector/leads/day_route'
import { dayInTunis } from '#app/tunisia/day_in_tunis'

/** Whom to see on a day, in the order of the way. */
export default class LeadRoutesController {
  async show({ request, view }: HttpContext) {
    const { day: asked } = await filtersOf(routeValidator, request.qs())
    const chosen = asked ?? dayInTunis(new Date())
    return view.render('admin/leads/route', { ...(await dayRoute(chosen)), chosen })
  }
}
