import type { I18n } from '@adonisjs/i18n'
import type { ReportBlock, ReportCell } from '#app/platform/shell/shell'
import { percent } from '#app/platform/views/numbers'
import type { WeeklyReport } from '#app/reports/weekly_report'

/** The report as text, for programs that show no HTML and for people who prefer none. */
export function plainReport({ blocks }: WeeklyReport, title: string, i18n: I18n): string {
  const parts = [title, ...blocks.map((block) => plainBlock(block, i18n))]
  return parts.join('\n\n')
}

function plainBlock({ title, text, figures = [], table }: ReportBlock, i18n: I18n): string {
  const lines = [title.toUpperCase(), text]
  for (const { label, value, change } of figures) {
    lines.push(`${i18n.t('reports.figure', { label, value })}${versus(change, i18n)}`)
  }
  for (const row of table?.rows ?? []) lines.push(`- ${row.map(plainCell).join(' | ')}`)
  return lines.join('\n')
}

const plainCell = ({ text, detail }: ReportCell) => (detail ? `${text} (${detail})` : text)

function versus(change: number | null | undefined, i18n: I18n): string {
  if (change === null || change === undefined) return ''
  const share = `${change < 0 ? '−' : '+'}${percent(change)}`
  return ` (${i18n.t('reports.versus', { share })})`
}
