import { ReportCommand } from '#app/reports/report_command'

export default class ReportsWeekly extends ReportCommand {
  static commandName = 'reports:weekly'
  static description = 'Mail the weekly business report to those who have not got it yet'

  readonly kind = 'weekly'
}
