import type { HttpContext } from '@adonisjs/core/http'
import { stats } from '#app/admin/stats'
import { mayOf } from '#app/staff/acting_staff'

/** Figures for dashboards that others draw. */
export default class StatsApiController {
  async show(ctx: HttpContext) {
    return { data: await stats(mayOf(ctx)) }
  }
}
