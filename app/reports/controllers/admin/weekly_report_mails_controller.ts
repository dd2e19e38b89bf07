import type { HttpContext } from '@adonisjs/core/http'
import { sendForeignHtml } from '#app/platform/http/foreign_html'
import { filtersOf } from '#app/platform/lists/filters_of'
import { htmlReport } from '#app/reports/mails/weekly_report_mail'
import { lastWeek, weekNamed, weekValidator } from '#app/reports/report_week'
import { composeWeeklyReport } from '#app/reports/weekly_report'
import { mayOf } from '#app/staff/acting_staff'

/** The mail of the weekly report as it would leave now, for a frame. */
export default class WeeklyReportMailsController {
  async show(ctx: HttpContext) {
    const { week: name } = await filtersOf(weekValidator, ctx.request.qs())
    const week = (name && weekNamed(name)) || lastWeek(new Date())
    const report = await composeWeeklyReport(week, mayOf(ctx), ctx.i18n)
    return sendForeignHtml(ctx, await htmlReport(report, ctx.i18n))
  }
}
