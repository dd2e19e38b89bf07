import { defineTask } from '#app/platform/schedule/task'
import { lastWeek } from '#app/reports/report_week'
import { sendWeeklyReport } from '#app/reports/send_weekly_report'

/** Whom to call this week, for those who do. */
export const prospectorReportTask = defineTask({
  name: 'prospector.report',
  cron: '0 7 * * 1',
  async handle(run) {
    await sendWeeklyReport(lastWeek(run.slot), 'prospector')
  },
})

/** Monday at seven, before the shop opens. */
export const weeklyReportTask = defineTask({
  name: 'weekly_report',
  cron: '0 7 * * 1',
  async handle(run) {
    await sendWeeklyReport(lastWeek(run.slot))
  },
})
