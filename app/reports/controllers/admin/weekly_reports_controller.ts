import type { HttpContext } from '@adonisjs/core/http'
import { filtersOf } from '#app/platform/lists/filters_of'
import { deliveriesQuery } from '#app/reports/deliveries_query'
import { plainReport } from '#app/reports/plain_report'
import { lastWeek, neighbours, weekNamed, weekValidator } from '#app/reports/report_week'
import { titleOf } from '#app/reports/title_of'
import { composeWeeklyReport } from '#app/reports/weekly_report'
import { mayOf } from '#app/staff/acting_staff'

/** The weekly report on the screen, of any week. */
export default class WeeklyReportsController {
  async show(ctx: HttpContext) {
    const { i18n, request, view } = ctx
    const now = new Date()
    const { week: name } = await filtersOf(weekValidator, request.qs())
    const week = (name && weekNamed(name)) || lastWeek(now)
    const report = await composeWeeklyReport(week, mayOf(ctx), i18n)
    const title = titleOf(week, i18n)
    return view.render('admin/reports/weekly', {
      ...{ ...report, title, neighbours: neighbours(week, now) },
      plain: plainReport(report, title, i18n),
      deliveries: await deliveriesQuery(week.name),
    })
  }
}
