import type { I18n } from '@adonisjs/i18n'
import { dinars } from '#app/money/dinars'
import type { ReportBlock, ReportSection, ReportWeek } from '#app/platform/shell/shell'
import { percent, wholeNumber } from '#app/platform/views/numbers'
import { productCell } from '#app/reports/sections/product_cell'
import { bestSellersQuery, marginOfWeekQuery, salesOfWeekQuery } from '#app/reports/sales_query'

const BEST = 5

/** What was sold, compared with the week before. */
export const salesSection: ReportSection = {
  key: 'sales',
  ability: 'reports:read',
  async compose(week: ReportWeek, i18n: I18n): Promise<ReportBlock> {
    const [sales, best] = await Promise.all([salesOfWeekQuery(week), bestSellersQuery(week, BEST)])
    const t = (key: string, data?: Record<string, unknown>) => i18n.t(`reports.sales_${key}`, data)
    const title = t('title')
    if (best.length === 0) return { title, text: t('none') }
    return {
      title,
      text: t('text', { count: sales.pieces }),
      figures: [
        {
          label: t('revenue'),
          value: dinars(sales.revenue),
          change: changeOf(sales.revenue, sales.revenueBefore),
        },
        {
          label: t('pieces'),
          value: wholeNumber(sales.pieces),
          change: changeOf(sales.pieces, sales.piecesBefore),
        },
      ],
      table: {
        columns: [
          { label: i18n.t('reports.product') },
          { label: t('pieces'), isNumber: true },
          { label: t('revenue'), isNumber: true },
        ],
        rows: best.map((row) => [
          productCell(row, i18n),
          { text: wholeNumber(row.pieces) },
          { text: dinars(row.revenue) },
        ]),
      },
    }
  },
}

const changeOf = (now: number, before: number) => (before > 0 ? (now - before) / before : null)

/** What was left of it. Nothing when nothing was sold. */
export const marginSection: ReportSection = {
  key: 'margin',
  ability: 'costs:read',
  async compose(week: ReportWeek, i18n: I18n): Promise<ReportBlock | undefined> {
    const { net, margin, piecesWithoutCost } = await marginOfWeekQuery(week)
    if (net === 0 && piecesWithoutCost === 0) return undefined
    const t = (key: string, data?: Record<string, unknown>) => i18n.t(`reports.margin_${key}`, data)
    return {
      title: t('title'),
      text: piecesWithoutCost > 0 ? t('partial', { count: piecesWithoutCost }) : t('text'),
      figures: [
        { label: t('margin'), value: dinars(margin) },
        { label: t('rate'), value: net > 0 ? percent(margin / net) : '—' },
      ],
    }
  },
}
