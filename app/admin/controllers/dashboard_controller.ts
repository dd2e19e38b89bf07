import type { HttpContext } from '@adonisjs/core/http'
import { dashboard } from '#app/admin/dashboard'

/** The first page of the back office. */
export default class DashboardController {
  async show({ view }: HttpContext) {
    return view.render('admin/dashboard/show', await dashboard())
  }
}
