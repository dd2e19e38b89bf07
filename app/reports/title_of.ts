import type { I18n } from '@adonisjs/i18n'
import { DateTime } from 'luxon'
import type { ReportWeek } from '#app/platform/shell/shell'
import type { ReportKind } from '#app/reports/report_kinds'

/** `Rapport de la semaine 47 : du 16/11/2026 au 22/11/2026`. */
export function titleOf(
  { name, from, until }: ReportWeek,
  i18n: I18n,
  kind: ReportKind = 'weekly'
): string {
  const day = (date: DateTime) => date.toFormat('dd/MM/yyyy')
  return i18n.t(`reports.${kind}`, {
    number: String(Number(name.slice(-2))),
    from: day(DateTime.fromISO(from)),
    to: day(DateTime.fromISO(until).minus({ days: 1 })),
  })
}
