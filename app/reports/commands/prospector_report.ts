import { ReportCommand } from '#app/reports/report_command'

export default class ProspectorReport extends ReportCommand {
  static commandName = 'prospector:report'
  static description = 'Mail the weekly report on leads to those who have not got it yet'

  readonly kind = 'prospector'
}
