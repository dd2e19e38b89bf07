import {
  catalogueFiguresQuery,
  dailySalesQuery,
  type DayOfSales,
  PERIOD,
  recentPriceChangesQuery,
} from '#app/admin/dashboard_query'
import { lineChart } from '#app/platform/views/line_chart'

const SPARK = { width: 240, height: 44 }
const CHART = { width: 720, height: 240 }
const RECENT = 8

/** Everything the first page of the back office shows. */
export async function dashboard() {
  const [days, catalogue, changes] = await Promise.all([
    dailySalesQuery(),
    catalogueFiguresQuery(),
    recentPriceChangesQuery(RECENT),
  ])
  const now = days.slice(-PERIOD)
  const before = days.slice(0, PERIOD)
  return {
    catalogue,
    changes,
    revenue: trend(now, before, (day) => day.revenue),
    pieces: trend(now, before, (day) => day.pieces),
    chart: lineChart(
      now.map((day) => day.revenue / 1000),
      CHART.width,
      CHART.height
    ),
    days: now,
    todo: [
      { key: 'below_cost', count: catalogue.belowCost, tone: 'bad', icon: 'trending-down' },
      { key: 'out_of_stock', count: catalogue.outOfStock, tone: 'warn', icon: 'package-x' },
      { key: 'without_image', count: catalogue.withoutImage, tone: 'info', icon: 'image-off' },
      { key: 'without_arabic', count: catalogue.withoutArabic, tone: 'info', icon: 'languages' },
    ].filter(({ count }) => count > 0),
  }
}

/** A total over the period, how it compares with the one before, and its course. */
function trend(now: DayOfSales[], before: DayOfSales[], value: (day: DayOfSales) => number) {
  const sum = (days: DayOfSales[]) => days.reduce((total, day) => total + value(day), 0)
  const [total, previous] = [sum(now), sum(before)]
  return {
    total,
    change: previous > 0 ? (total - previous) / previous : null,
    spark: lineChart(now.map(value), SPARK.width, SPARK.height),
  }
}
