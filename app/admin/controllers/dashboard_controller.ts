import type { HttpContext } from '@adonisjs/core/http'
import { dashboard } from '#app/admin/dashboard'
import { staffOf } from '#app/staff/acting_staff'

/** The first page of the back office. */
export default class DashboardController {
  async show(ctx: HttpContext) {
    return ctx.view.render('admin/dashboard/show', await dashboard(staffOf(ctx), ctx.i18n))
  }
}
