import type { I18n } from '@adonisjs/i18n'
import {
  type ReportBlock,
  type ReportSection,
  type ReportWeek,
  shellEntries,
} from '#app/platform/shell/shell'

export type WeeklyReport = { week: ReportWeek; blocks: ReportBlock[] }

/**
 * The report of a week for somebody with these rights, in the language of `i18n`. Features that are
 * not there, and those with nothing to tell, leave no empty box.
 */
export async function composeWeeklyReport(
  week: ReportWeek,
  may: (ability: string) => boolean,
  i18n: I18n
): Promise<WeeklyReport> {
  const sections = sectionsFor(may)
  const blocks = await Promise.all(sections.map((section) => section.compose(week, i18n)))
  return { week, blocks: blocks.filter((block) => block !== undefined) }
}

/** The parts that somebody with these rights may read. */
export const sectionsFor = (may: (ability: string) => boolean): ReportSection[] =>
  shellEntries('report').filter(({ ability }) => may(ability))
