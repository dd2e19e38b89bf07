import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'

const BOX = { width: 720, height: 220 }

/**
 * Paths of what was sold and what is expected, with what 95 of 100 cases do not exceed as an area, in a box of
 * 720 × 220; months that nothing is known of are gaps.
 */
export function forecastChart(history: number[], means: number[], highs: number[]) {
  const months = history.length + means.length
  const x = scaleLinear([0, Math.max(1, months - 1)], [0, BOX.width])
  const highest = Math.max(1, ...history.filter((value) => !Number.isNaN(value)), ...highs)
  const y = scaleLinear([0, highest], [BOX.height - 2, 4]).nice(4)
  const course = (from: number) =>
    line<number>()
      .defined((value) => !Number.isNaN(value))
      .x((_, month) => x(from + month))
      .y((value) => y(value))
  const band = area<number>()
    .x((_, month) => x(history.length + month))
    .y0(BOX.height)
    .y1((value) => y(value))
  return {
    sold: course(0)(history) ?? '',
    expected: course(history.length)(means) ?? '',
    band: band(highs) ?? '',
    border: x(history.length - 0.5),
    ticks: y.ticks(4).map((value) => ({ value, y: y(value) })),
  }
}
