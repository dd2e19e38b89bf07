import type { CartLine } from '#app/cart/cart_query'
import { fewestOf, nearestAllowed } from '#app/cart/quantities'
import type { Verdict } from '#app/fitment/verdicts_query'
import { Problem } from '#app/platform/http/problem'

/** Why a line cannot be bought as it is, or should be looked at before. */
export type CartProblem = { sku: string } & (
  | { code: 'unavailable' | 'out_of_stock' }
  | { code: 'insufficient_stock'; available: number }
  | { code: 'below_minimum'; minimum: number; nearest: number }
  | { code: 'not_in_packs'; packSize: number; nearest: number }
  | { code: 'price_changed'; before: number; after: number }
  | { code: 'does_not_fit'; vehicle: number }
)

/** What is asked for of something, and how it is sold; `price` is null for what is not sold any more. */
type AskedLine = Pick<CartLine, 'sku' | 'price' | 'quantity' | 'minQuantity' | 'packSize'>

type QuantityProblem = Extract<CartProblem, { code: 'below_minimum' | 'not_in_packs' }>

/** What is wrong with the lines of a cart. Verdicts are by product, for lines that name a vehicle. */
export function cartProblems(lines: CartLine[], verdicts: Map<number, Verdict>): CartProblem[] {
  return lines.flatMap((line) => [
    ...stockProblem(line),
    ...quantityProblem(line),
    ...priceProblem(line),
    ...fitProblem(line, verdicts.get(line.productId)),
  ])
}

function stockProblem({ sku, price, free, orderable, quantity }: CartLine): CartProblem[] {
  if (price === null) return [{ code: 'unavailable', sku }]
  if (orderable || free >= quantity) return []
  return free > 0
    ? [{ code: 'insufficient_stock', sku, available: free }]
    : [{ code: 'out_of_stock', sku }]
}

/** What is sold in other quantities, and the nearest one that is allowed. */
function quantityProblem(line: AskedLine): QuantityProblem[] {
  const { sku, price, quantity, packSize } = line
  const nearest = nearestAllowed(quantity, line)
  if (price === null || nearest === quantity) return []
  const minimum = fewestOf(line)
  return quantity < minimum
    ? [{ code: 'below_minimum', sku, minimum, nearest }]
    : [{ code: 'not_in_packs', sku, packSize, nearest }]
}

/** Throws 409 with the lines that are not sold in the quantity that is asked for. */
export function expectQuantities(lines: AskedLine[]) {
  const wrong = lines.flatMap(quantityProblem)
  if (wrong.length === 0) return
  throw new Problem({
    status: 409,
    code: 'quantity_not_sold',
    title: 'Some of it is sold in other quantities',
    detail: 'Change the lines named here to the nearest quantity that is allowed, and start again.',
    extra: { lines: wrong },
  })
}

function priceProblem({ sku, price, seenPrice }: CartLine): CartProblem[] {
  if (price === null || seenPrice === null || price === seenPrice) return []
  return [{ code: 'price_changed', sku, before: seenPrice, after: price }]
}

function fitProblem({ sku, vehicleTypeId }: CartLine, verdict?: Verdict): CartProblem[] {
  if (vehicleTypeId === null || verdict?.fit !== 'no') return []
  return [{ code: 'does_not_fit', sku, vehicle: vehicleTypeId }]
}
