import type { I18n } from '@adonisjs/i18n'
import { BaseMail } from '@adonisjs/mail'
import edge from 'edge.js'
import { titleOf } from '#app/reports/title_of'
import { plainReport } from '#app/reports/plain_report'
import { REPORT_KINDS } from '#app/reports/report_kinds'
import type { WeeklyReport } from '#app/reports/weekly_report'
import type StaffMember from '#app/staff/members/staff_member'
import { appUrl } from '#config/app'

/** The weekly report as it is mailed to somebody of the staff. */
export default class WeeklyReportMail extends BaseMail {
  constructor(
    readonly member: StaffMember,
    readonly report: WeeklyReport,
    readonly i18n: I18n
  ) {
    super()
  }

  async prepare() {
    const title = titleOf(this.report.week, this.i18n, this.report.kind)
    this.message
      .to(this.member.email, this.member.fullName)
      .subject(title)
      .html(await htmlReport(this.report, this.i18n))
      .text(`${plainReport(this.report, title, this.i18n)}\n\n${addressOf(this.report)}`)
  }
}

const addressOf = ({ week, kind }: WeeklyReport) =>
  `${appUrl}${REPORT_KINDS[kind].path}?week=${week.name}`

/** The report as the HTML of a mail: styles beside each element, no picture, no script. */
export function htmlReport(report: WeeklyReport, i18n: I18n): Promise<string> {
  return edge.render('mails/weekly_report', {
    ...{
      blocks: report.blocks,
      title: titleOf(report.week, i18n, report.kind),
      url: addressOf(report),
    },
    locale: i18n.locale,
    t: (key: string, data?: Record<string, unknown>) => i18n.t(key, data),
  })
}
