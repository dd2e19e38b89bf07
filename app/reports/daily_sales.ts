import { sql } from '#app/platform/database/sql'
import type { Locale } from '#app/platform/http/locale'
import type { Figure } from '#app/platform/shell/shell'
import { lineChart } from '#app/platform/views/line_chart'
import { wholeNumber } from '#app/platform/views/numbers'
import { expectedSales } from '#app/reports/expected_sales'
import { salesAndForecastChart } from '#app/reports/sales_chart'

/** What was sold on one day: revenue in millimes, pieces. */
export type DayOfSales = { day: string; revenue: number; pieces: number }

/** Days shown, and as many before them to compare with. */
const PERIOD = 28
const SPARK = { width: 240, height: 44 }
const CHART = { width: 720, height: 240 }
const LINK = { href: '/admin/reports/weekly', hrefAbility: 'reports:read' }

/** Revenue and pieces of the last days, beside those before them. */
export async function salesFigures(): Promise<Figure[]> {
  const days = await dailySales()
  const revenue = totalOf(days, (day) => day.revenue)
  const pieces = totalOf(days, (day) => day.pieces)
  return [
    {
      ...{ label: 'dashboard.revenue', value: wholeNumber(revenue.total / 1000) },
      ...{ unit: 'money.unit', trend: revenue, ...LINK },
    },
    {
      ...{ label: 'dashboard.pieces', value: wholeNumber(pieces.total) },
      ...{ trend: pieces, ...LINK },
    },
  ]
}

/** The course of the last days to be drawn, and of those that are forecast, for whoever may read forecasts. */
export async function salesChart(_: Locale, may: (ability: string) => boolean) {
  const all = await dailySales()
  const days = all.slice(-PERIOD)
  const dinars = days.map(({ revenue }) => revenue / 1000)
  const coming = may('forecasts:read') ? await expectedSales(all) : []
  const inDinars = coming.map(({ expected, high }) => ({
    expected: expected / 1000,
    high: high / 1000,
  }))
  return {
    ...{ days, coming, total: sumOf(dinars) },
    expected: sumOf(inDinars.map(({ expected }) => expected)),
    high: sumOf(inDinars.map(({ high }) => high)),
    chart:
      coming.length > 0
        ? salesAndForecastChart(dinars, inDinars)
        : lineChart(dinars, CHART.width, CHART.height),
  }
}

const sumOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0)

/** A total over the period, how it compares with the one before, and its course. */
function totalOf(days: DayOfSales[], value: (day: DayOfSales) => number) {
  const sum = (part: DayOfSales[]) => part.reduce((total, day) => total + value(day), 0)
  const now = days.slice(-PERIOD)
  const [total, before] = [sum(now), sum(days.slice(0, PERIOD))]
  return {
    total,
    change: before > 0 ? (total - before) / before : null,
    spark: lineChart(now.map(value), SPARK.width, SPARK.height),
  }
}

let reading: Promise<DayOfSales[]> | undefined

/** Read once for all who ask at the same time: the figures and the chart of one page. */
function dailySales(): Promise<DayOfSales[]> {
  reading ??= dailySalesQuery().finally(() => (reading = undefined))
  return reading
}

/** Sales of twice the period up to the last sale, oldest first; days without a sale are zero. */
function dailySalesQuery(): Promise<DayOfSales[]> {
  return sql<DayOfSales>(
    `with last as (select coalesce(max(sold_on), current_date) as day from sales_history),
     sold as (
       select sold_on, sum(quantity * unit_price) as revenue, sum(quantity) as pieces
       from sales_history
       -- Both ends, or the whole history would be read.
       where sold_on > (select day from last) - 2 * $1::int and sold_on <= (select day from last)
       group by sold_on
     )
     select d::date::text as day, coalesce(s.revenue, 0)::bigint as revenue,
       coalesce(s.pieces, 0)::int as pieces
     from last, generate_series(last.day - (2 * $1::int - 1), last.day, interval '1 day') d
     left join sold s on s.sold_on = d::date
     order by d`,
    [PERIOD]
  )
}
