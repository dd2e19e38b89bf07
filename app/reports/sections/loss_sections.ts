import type { I18n } from '@adonisjs/i18n'
import { dinars } from '#app/money/dinars'
import type { ReportBlock, ReportSection, ReportWeek } from '#app/platform/shell/shell'
import { percent, wholeNumber } from '#app/platform/views/numbers'
import { productCell } from '#app/reports/sections/product_cell'
import { missedSearchesQuery, steepChangesQuery, soldOutQuery } from '#app/reports/losses_query'

const MOST = 10

/** What customers ask for and cannot be had: those that sold best stand first. */
export const soldOutSection: ReportSection = {
  key: 'sold_out',
  ability: 'reports:read',
  async compose(week: ReportWeek, i18n: I18n): Promise<ReportBlock> {
    const { total, rows } = await soldOutQuery(week, MOST)
    const t = (key: string, data?: Record<string, unknown>) =>
      i18n.t(`reports.sold_out_${key}`, data)
    return {
      title: t('title'),
      text: t('text', { count: total }),
      table: {
        columns: [{ label: i18n.t('reports.product') }, { label: t('pieces'), isNumber: true }],
        rows: rows.map((row) => [productCell(row, i18n), { text: wholeNumber(row.pieces) }]),
      },
    }
  },
}

/** Prices that jumped. */
export const priceAlarmsSection: ReportSection = {
  key: 'price_alarms',
  ability: 'reports:read',
  async compose(week: ReportWeek, i18n: I18n): Promise<ReportBlock> {
    const { total, rows } = await steepChangesQuery(week, MOST)
    const t = (key: string, data?: Record<string, unknown>) => i18n.t(`reports.alarms_${key}`, data)
    return {
      title: t('title'),
      text: t('text', { count: total }),
      table: {
        columns: [
          { label: i18n.t('reports.product') },
          { label: t('before'), isNumber: true },
          { label: t('after'), isNumber: true },
          { label: t('change'), isNumber: true },
        ],
        rows: rows.map((row) => [
          productCell(row, i18n),
          { text: dinars(row.oldPrice) },
          { text: dinars(row.newPrice) },
          { text: signed((row.newPrice - row.oldPrice) / row.oldPrice) },
        ]),
      },
    }
  },
}

const signed = (share: number) => `${share < 0 ? '−' : '+'}${percent(share)}`

/** What the shop does not have, or calls by another name. */
export const missedSearchesSection: ReportSection = {
  key: 'missed_searches',
  ability: 'reports:read',
  async compose(week: ReportWeek, i18n: I18n): Promise<ReportBlock> {
    const { total, rows } = await missedSearchesQuery(week, MOST)
    const t = (key: string, data?: Record<string, unknown>) => i18n.t(`reports.missed_${key}`, data)
    return {
      title: t('title'),
      text: t('text', { count: total }),
      table: {
        columns: [{ label: t('words') }, { label: t('asked'), isNumber: true }],
        rows: rows.map(({ words, asked }) => [{ text: words }, { text: wholeNumber(asked) }]),
      },
    }
  },
}
