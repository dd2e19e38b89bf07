import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { ExpectedDay } from '#app/reports/expected_sales'

const BOX = { width: 720, height: 240 }

/**
 * Paths of what was sold and of what is expected after it, with an area up to what is rarely exceeded, in a box
 * of 720 × 240; `border` is the last day that was sold on.
 */
export function salesAndForecastChart(sold: number[], coming: Omit<ExpectedDay, 'day'>[]) {
  const x = scaleLinear([0, Math.max(1, sold.length + coming.length - 1)], [0, BOX.width])
  const highest = Math.max(1, ...sold, ...coming.map(({ high }) => high))
  const y = scaleLinear([0, highest], [BOX.height - 2, 4]).nice(4)
  const course = (from: number) =>
    line<number>()
      .x((_, day) => x(from + day))
      .y((value) => y(value))
  const band = area<Omit<ExpectedDay, 'day'>>()
    .x((_, day) => x(sold.length + day))
    .y0(({ expected }) => y(expected))
    .y1(({ high }) => y(Math.max(high, 0)))
  const means = coming.map(({ expected }) => expected)
  return {
    sold: course(0)(sold) ?? '',
    // Begins where the past ends, or there would be a gap of a day.
    expected: course(sold.length - 1)([sold.at(-1) ?? 0, ...means]) ?? '',
    band: band(coming) ?? '',
    border: x(sold.length - 1),
    ticks: y.ticks(4).map((value) => ({ value, y: y(value) })),
  }
}
