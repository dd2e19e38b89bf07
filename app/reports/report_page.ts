import type { HttpContext } from '@adonisjs/core/http'
import { filtersOf } from '#app/platform/lists/filters_of'
import { deliveriesQuery } from '#app/reports/deliveries_query'
import { plainReport } from '#app/reports/plain_report'
import { REPORT_KINDS, type ReportKind } from '#app/reports/report_kinds'
import { lastWeek, neighbours, weekNamed, weekValidator } from '#app/reports/report_week'
import { titleOf } from '#app/reports/title_of'
import { composeWeeklyReport } from '#app/reports/weekly_report'
import { mayOf } from '#app/staff/acting_staff'

/** The report of the week that is asked for, or of the last whole one. */
export async function askedReport(ctx: HttpContext, kind: ReportKind) {
  const { week: name } = await filtersOf(weekValidator, ctx.request.qs())
  const week = (name && weekNamed(name)) || lastWeek(new Date())
  return composeWeeklyReport(week, mayOf(ctx), ctx.i18n, kind)
}

/** All that the page of a report shows. */
export async function reportPage(ctx: HttpContext, kind: ReportKind) {
  const report = await askedReport(ctx, kind)
  const { week } = report
  const title = titleOf(week, ctx.i18n, kind)
  return {
    ...{ ...report, title, path: REPORT_KINDS[kind].path },
    neighbours: neighbours(week, new Date()),
    plain: plainReport(report, title, ctx.i18n),
    deliveries: await deliveriesQuery(week.name, kind),
  }
}
