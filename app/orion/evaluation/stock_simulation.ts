import { LEVELS } from '#app/orion/models/levels'
import type { Forecast } from '#app/orion/panel/panel'

/** What ordering up to the quantile of one level comes to: share of the demand that is served, mean stock per part. */
export interface StockPoint {
  level: number
  fill: number
  stock: number
}

/**
 * Ordering up to a quantile of the lead-time demand each month, at each of `LEVELS`: what is ordered at the end of
 * a month is on the shelf `lead` months later, what is not there is not sold.
 * @param forecasts of each part, one for the lead time after each month of `sales` but the last `lead`
 */
export function simulateStock(
  forecasts: Forecast[][],
  sales: Float64Array[],
  lead: number
): StockPoint[] {
  return LEVELS.map((level, at) => ({ level, ...simulate(forecasts, sales, lead, at) }))
}

/** Mean stock per part at which a fill rate is reached, interpolated between the levels; undefined when none reaches it. */
export function stockAtFill(points: StockPoint[], rate: number): number | undefined {
  const at = points.findIndex(
    ({ fill }, index) => index > 0 && fill >= rate && points[index - 1].fill < rate
  )
  if (at < 0) return undefined
  const [low, high] = [points[at - 1], points[at]]
  return low.stock + ((high.stock - low.stock) * (rate - low.fill)) / (high.fill - low.fill)
}

function simulate(forecasts: Forecast[][], sales: Float64Array[], lead: number, level: number) {
  let sold = 0
  let wanted = 0
  let held = 0
  for (const [part, months] of sales.entries()) {
    const upTo = forecasts[part].map(({ quantiles }) => Math.ceil(quantiles[level] - 1e-9))
    const ordered = new Array<number>(lead).fill(0)
    let shelf = upTo[0]
    for (const [month, demand] of months.entries()) {
      if (month > 0) {
        shelf += ordered.shift()!
        ordered.push(0)
      }
      const sale = Math.min(shelf, demand)
      held += (shelf + shelf - sale) / 2
      shelf -= sale
      sold += sale
      wanted += demand
      const target = upTo[month + 1]
      if (target === undefined) continue
      const position = shelf + ordered.reduce((sum, pieces) => sum + pieces, 0)
      ordered[lead - 1] += Math.max(0, target - position)
    }
  }
  return { fill: wanted > 0 ? sold / wanted : 1, stock: held / sales[0].length / sales.length }
}
