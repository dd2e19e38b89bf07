import type { HttpContext } from '@adonisjs/core/http'
import { reportPage } from '#app/reports/report_page'

/** The weekly report on the screen, of any week. */
export default class WeeklyReportsController {
  async show(ctx: HttpContext) {
    return ctx.view.render('admin/reports/weekly', await reportPage(ctx, 'weekly'))
  }
}
