/** Sales of one product in one period that are alike: so many of so many pieces each, at one price. */
export interface AlikeSales {
  period: number
  pieces: number
  /** Of a piece, in millimes; null where nobody has told one. */
  price: number | null
  count: number
}

/** Periods of a year before a sale, and after it, that tell what was usual. */
type Around = { before: AlikeSales[]; after: AlikeSales[] }

/** What costs at most so many percent of the usual price was sold under a promotion. */
export const PROMOTED_PERCENT = 85
/** Fewer periods with a price tell no usual one. */
const FEWEST_PERIODS = 3
/** A price that is seen in more of the periods than this is a second price of the part: a trade price, say. */
const RARE = 0.25

/** A sale of at least so many pieces, and more than so many times any other of the year around it, comes once. */
export const FEWEST_IN_BULK = 20
const TIMES = 10
const FEWEST_OTHERS = 3

/**
 * Pieces of each period that were sold at 85 % of the usual price or less, from lists that tell no promotions. Usual is
 * the median over the periods of the year before, or of the year after where that one is lower and told by three periods
 * as well: a price that stays is no promotion. Nothing is one where fewer than three periods before have a price, or
 * where more than a quarter of the periods around have one as low. Without `hindsight` nothing after a sale is looked at:
 * models learn from what was known at the time.
 */
export function soldBelowUsual(
  sales: AlikeSales[],
  periods: number,
  season: number,
  hindsight = true
): Float64Array {
  const marked = new Float64Array(periods)
  const priced = sales.filter(({ price }) => price !== null && price > 0)
  for (const [period, own] of byPeriod(priced)) {
    const { before, after: later } = around(priced, period, season)
    const after = hindsight ? later : []
    const usual = usualPrice(before, after)
    if (usual === undefined) continue
    const isLow = ({ price }: AlikeSales) => 100 * price! <= PROMOTED_PERCENT * usual
    const each = [...byPeriod([...before, ...own, ...after]).values()]
    const low = each.filter((of) => of.some(isLow)).length
    if (low > RARE * each.length) continue
    for (const one of own.filter(isLow)) marked[period] += one.pieces * one.count
  }
  return marked
}

/** Pieces of each period that went in one sale unlike any other of the year around it, of which there are three or more. */
export function soldInBulk(sales: AlikeSales[], periods: number, season: number): Float64Array {
  const marked = new Float64Array(periods)
  for (const sale of sales) {
    if (sale.pieces < FEWEST_IN_BULK || sale.count > 1) continue
    const { before, after } = around(sales, sale.period, season)
    const own = sales.filter((one) => one.period === sale.period && one !== sale)
    const others = [...before, ...own, ...after]
    const isOne = others.every(({ pieces }) => sale.pieces > TIMES * pieces)
    if (isOne && countOf(others) >= FEWEST_OTHERS) marked[sale.period] += sale.pieces
  }
  return marked
}

/** Undefined where nobody can tell. */
function usualPrice(before: AlikeSales[], after: AlikeSales[]): number | undefined {
  const medians = [before, after].map((sales) => {
    const prices = [...byPeriod(sales).values()].map(priceOf)
    return prices.length < FEWEST_PERIODS ? undefined : median(prices)
  })
  return medians[0] === undefined ? undefined : Math.min(medians[0], medians[1] ?? medians[0])
}

/** The median over the sales of a period. */
const priceOf = (sales: AlikeSales[]) =>
  median(sales.flatMap(({ price, count }) => new Array<number>(count).fill(price!)))

function around(sales: AlikeSales[], period: number, season: number): Around {
  return {
    before: sales.filter((one) => one.period < period && one.period >= period - season),
    after: sales.filter((one) => one.period > period && one.period <= period + season),
  }
}

const byPeriod = (sales: AlikeSales[]) => Map.groupBy(sales, ({ period }) => period)
const countOf = (sales: AlikeSales[]) => sales.reduce((sum, { count }) => sum + count, 0)

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[sorted.length >> 1]
}
