import { marginOf } from '#app/catalogue/prices/margin'
import type { DayPrice } from '#app/catalogue/prices/price_course_query'
import { dinars } from '#app/money/dinars'
import { lineChart } from '#app/platform/views/line_chart'
import { percent } from '#app/platform/views/numbers'

const WIDTH = 720
const HEIGHT = 180

type Point = { day: string; value: number; shown: string }

/**
 * The price of a product over time, and its margin as far as its cost is known: for charts and their tables. What is
 * known of the margin tells the cost.
 */
export function priceCourses(days: DayPrice[], taxRate: number) {
  const prices = days.map(({ day, price }) => ({
    ...{ day, value: price / 1000 },
    shown: dinars(price),
  }))
  const margins = days.flatMap(({ day, price, cost }) => {
    const margin = marginOf(price, cost, taxRate)
    return margin === null ? [] : [{ day, value: margin * 100, shown: signed(margin) }]
  })
  return [courseOf('price', prices), courseOf('margin', margins)]
}

function courseOf(kind: 'price' | 'margin', points: Point[]) {
  const values = points.map(({ value }) => value)
  return { kind, points, chart: lineChart(values, WIDTH, HEIGHT) }
}

const signed = (ratio: number) => (ratio < 0 ? '−' : '') + percent(ratio)
