import type { HttpContext } from '@adonisjs/core/http'
import { sendForeignHtml } from '#app/platform/http/foreign_html'
import { htmlReport } from '#app/reports/mails/weekly_report_mail'
import { askedReport } from '#app/reports/report_page'

/** The mail of the weekly report as it would leave now, for a frame. */
export default class WeeklyReportMailsController {
  async show(ctx: HttpContext) {
    return sendForeignHtml(ctx, await htmlReport(await askedReport(ctx, 'weekly'), ctx.i18n))
  }
}
