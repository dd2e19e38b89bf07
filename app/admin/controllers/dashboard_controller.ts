import type { HttpContext } from '@adonisjs/core/http'
import { dashboard } from '#app/admin/dashboard'

/** The first page of the back office. */
export default class DashboardController {
  async show({ view, auth }: HttpContext) {
    const member = auth.use('staffWeb').getUserOrFail()
    return view.render('admin/dashboard/show', { member, ...(await dashboard()) })
  }
}
