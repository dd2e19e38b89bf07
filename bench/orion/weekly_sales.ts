import { TabularFile } from '#app/platform/tabular/tabular_file'
import type { Panel } from '#app/orion/panel/panel'

const DAY = 86_400_000
/** Monday of the first week of the file. */
const MONDAY = Date.UTC(2009, 10, 30)
const WEEKS = 53

/**
 * Pieces per week of the best-selling items of Online Retail II (2009-12 to 2010-12), without credit notes, gifts and
 * what is no article (codes begin with five digits). The last week, which has four days, is left out.
 */
export async function weeklySales(path: string, items: number): Promise<Panel> {
  const file = await TabularFile.open(path)
  const weekly = new Map<string, Float64Array>()
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
    const weeks = weekly.get(code) ?? new Float64Array(WEEKS)
    weekly.set(code, weeks)
    weeks[week] += pieces
  }
  const best = [...weekly]
    .map(([code, weeks]) => ({ code, weeks, pieces: weeks.reduce((sum, of) => sum + of, 0) }))
    .sort((one, other) => other.pieces - one.pieces || (one.code < other.code ? -1 : 1))
    .slice(0, items)
    .sort((one, other) => (one.code < other.code ? -1 : 1))
  return { ids: best.map(({ code }) => code), season: 52, values: best.map(({ weeks }) => weeks) }
}
