import type { I18n } from '@adonisjs/i18n'
import type { ReportKind } from '#app/reports/report_kinds'
import {
  type ReportBlock,
  type ReportSection,
  type ReportWeek,
  shellEntries,
} from '#app/platform/shell/shell'

export type WeeklyReport = { kind: ReportKind; week: ReportWeek; blocks: ReportBlock[] }

/**
 * The report of a week for somebody with these rights, in the language of `i18n`. Features that are
 * not there, and those with nothing to tell, leave no empty box.
 */
export async function composeWeeklyReport(
  week: ReportWeek,
  may: (ability: string) => boolean,
  i18n: I18n,
  kind: ReportKind = 'weekly'
): Promise<WeeklyReport> {
  const sections = sectionsFor(may, kind)
  const blocks = await Promise.all(sections.map((section) => section.compose(week, i18n)))
  return { kind, week, blocks: blocks.filter((block) => block !== undefined) }
}

/** The parts that somebody with these rights may read. */
export const sectionsFor = (
  may: (ability: string) => boolean,
  kind: ReportKind = 'weekly'
): ReportSection[] =>
  shellEntries('report').filter(({ ability, report = 'weekly' }) => report === kind && may(ability))
