import { scaleLinear } from 'd3-scale'
import { area, curveMonotoneX, line } from 'd3-shape'

/** Paths of a line chart in a box of `width` × `height`, and the ticks of its value axis. */
type LineChart = { line: string; area: string; ticks: { value: number; y: number }[] }

/** Room for half of the stroke of a line that lies at the bottom. */
const BELOW = 2

/** Draws the values from the left to the right edge, on a scale that begins at zero, or below it when they do. */
export function lineChart(values: number[], width: number, height: number): LineChart {
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [0, width])
  const y = scaleLinear([Math.min(0, ...values), Math.max(1, ...values)], [height - BELOW, 4]).nice(
    4
  )
  const stroke = line<number>()
    .x((_, index) => x(index))
    .y((value) => y(value))
    .curve(curveMonotoneX)
  const fill = area<number>()
    .x((_, index) => x(index))
    .y0(Math.min(height, y(0) + BELOW))
    .y1((value) => y(value))
    .curve(curveMonotoneX)
  return {
    line: stroke(values) ?? '',
    area: fill(values) ?? '',
    ticks: y.ticks(4).map((value) => ({ value, y: y(value) })),
  }
}
