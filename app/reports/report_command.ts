import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { ReportKind } from '#app/reports/report_kinds'

/** Mails a report of a week; a command of its own says which. */
export abstract class ReportCommand extends BaseCommand {
  static options: CommandOptions = { startApp: true }

  @flags.string({ description: 'The week, such as 2026-W47; the last whole one unless told' })
  declare week?: string

  abstract readonly kind: ReportKind

  async run() {
    const { lastWeek, weekNamed } = await import('#app/reports/report_week')
    const { sendWeeklyReport } = await import('#app/reports/send_weekly_report')
    const week = this.week ? weekNamed(this.week) : lastWeek(new Date())
    if (!week) {
      this.logger.error(`"${this.week}" is no week. Write it as 2026-W47.`)
      this.exitCode = 1
      return
    }
    const queued = await sendWeeklyReport(week, this.kind)
    this.logger.success(`${week.name}: ${queued} mails queued`)
  }
}
