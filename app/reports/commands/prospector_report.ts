import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class ProspectorReport extends BaseCommand {
  static commandName = 'prospector:report'
  static description = 'Mail the weekly report on leads to those who have not got it yet'
  static options: CommandOptions = { startApp: true }

  @flags.string({ description: 'The week, such as 2026-W47; the last whole one unless told' })
  declare week?: string

  async run() {
    const { lastWeek, weekNamed } = await import('#app/reports/report_week')
    const { sendWeeklyReport } = await import('#app/reports/send_weekly_report')
    const week = this.week ? weekNamed(this.week) : lastWeek(new Date())
    if (!week) {
      this.logger.error(`"${this.week}" is no week. Write it as 2026-W47.`)
      this.exitCode = 1
      return
    }
    const queued = await sendWeeklyReport(week, 'prospector')
    this.logger.success(`${week.name}: ${queued} mails queued`)
  }
}
