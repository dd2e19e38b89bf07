import type { ReportSection } from '#app/platform/shell/shell'
import { wholeNumber } from '#app/platform/views/numbers'
import { countLeads } from '#app/prospector/leads/lead_query'
import { foundLeadsQuery, movesQuery, QUALIFIED } from '#app/prospector/report/week_of_leads_query'

/** Leads in the report of the whole shop, in short. Nothing where there are none at all. */
export const weekOfLeadsSection: ReportSection = {
  key: 'leads',
  ability: 'leads:read',
  async compose(week, i18n) {
    if ((await countLeads()) === 0) return undefined
    const [{ found, qualified }, moves] = await Promise.all([
      foundLeadsQuery(week),
      movesQuery(week),
    ])
    const t = (key: string, data?: Record<string, unknown>) =>
      i18n.t(`prospector.week_${key}`, data)
    const won = moves.find(({ to }) => to === 'won')?.moves ?? 0
    return {
      title: t('title'),
      text: t('text', { count: found, score: QUALIFIED }),
      figures: [
        { label: t('found'), value: wholeNumber(found) },
        { label: t('qualified'), value: wholeNumber(qualified) },
        { label: t('won'), value: wholeNumber(won) },
      ],
    }
  },
}
