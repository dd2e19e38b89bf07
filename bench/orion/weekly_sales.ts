import { TabularFile } from '#app/platform/tabular/tabular_file'
import type { Panel } from '#app/orion/panel/panel'
import { type AlikeSales, soldBelowUsual } from '#app/orion/panel/sale_marks'

const DAY = 86_400_000
/** Monday of the first week of the file. */
const MONDAY = Date.UTC(2009, 10, 30)
const WEEKS = 53
const YEAR = 52
/** Prices are told in pounds. */
const THOUSANDTHS = 1_000

/** What was sold of an item in each week, and at which prices its lines were. */
type Item = { weeks: Float64Array; prices: number[][]; sales: AlikeSales[] }

/**
 * Pieces per week of the best-selling items of Online Retail II (2009-12 to 2010-12), without credit notes, gifts and
 * what is no article (codes begin with five digits), the usual price of the last week in which each sold, and what went
 * under it. The last week, which has four days, is left out.
 */
export async function weeklySales(path: string, items: number): Promise<Panel> {
  const file = await TabularFile.open(path)
  const weekly = new Map<string, Item>()
  for await (const row of file.rows()) {
    if (!('cells' in row)) continue
    const { Invoice, StockCode, Quantity, InvoiceDate, Price } = row.cells as Record<string, string>
    const code = StockCode.toUpperCase()
    const pieces = Number(Quantity)
    const isSale =
      /^\d{5}/.test(code) && pieces > 0 && Number(Price) > 0 && !Invoice.startsWith('C')
    const day = Date.parse(`${InvoiceDate.slice(0, 10)}T00:00:00Z`)
    const week = Math.floor((day - MONDAY) / (7 * DAY))
    if (!isSale || week >= WEEKS) continue
    const item = weekly.get(code) ?? { weeks: new Float64Array(WEEKS), prices: [], sales: [] }
    weekly.set(code, item)
    item.weeks[week] += pieces
    const price = Number(Price) * THOUSANDTHS
    ;(item.prices[week] ??= []).push(price)
    item.sales.push({ period: week, pieces, price, count: 1 })
  }
  const best = [...weekly]
    .map(([code, item]) => ({ code, ...item, pieces: item.weeks.reduce((sum, of) => sum + of, 0) }))
    .sort((one, other) => other.pieces - one.pieces || (one.code < other.code ? -1 : 1))
    .slice(0, items)
    .sort((one, other) => (one.code < other.code ? -1 : 1))
  return {
    ids: best.map(({ code }) => code),
    season: YEAR,
    values: best.map(({ weeks }) => weeks),
    context: {
      prices: best.map(({ prices }) => usualPrices(prices)),
      promoted: best.map(({ sales }) => soldBelowUsual(sales, WEEKS, YEAR, false)),
    },
  }
}

/** The median of the lines of a week, and in weeks without a sale that of the last one with. */
function usualPrices(prices: number[][]): Float64Array {
  const usual = new Float64Array(WEEKS).fill(Number.NaN)
  for (const [week, told] of prices.entries()) {
    if (!told) continue
    told.sort((one, other) => one - other)
    usual.fill(told[told.length >> 1], week)
  }
  return usual
}
