import { defineTask } from '#app/platform/schedule/task'
import type { ReportKind } from '#app/reports/report_kinds'
import { lastWeek } from '#app/reports/report_week'
import { sendWeeklyReport } from '#app/reports/send_weekly_report'

/** Monday at seven, before the shop opens. */
const reportTask = (name: string, kind: ReportKind) =>
  defineTask({
    ...{ name, cron: '0 7 * * 1' },
    async handle(run) {
      await sendWeeklyReport(lastWeek(run.slot), kind)
    },
  })

/** Whom to call this week, for those who do. */
reportTask('prospector.report', 'prospector')

reportTask('weekly_report', 'weekly')
