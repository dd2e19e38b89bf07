import type { CartLine } from '#app/cart/cart_query'
import type { Verdict } from '#app/fitment/verdicts_query'

/** Why a line cannot be bought as it is, or should be looked at before. */
export type CartProblem = { sku: string } & (
  | { code: 'unavailable' | 'out_of_stock' }
  | { code: 'insufficient_stock'; available: number }
  | { code: 'price_changed'; before: number; after: number }
  | { code: 'does_not_fit'; vehicle: number }
)

/** What is wrong with the lines of a cart. Verdicts are by product, for lines that name a vehicle. */
export function cartProblems(lines: CartLine[], verdicts: Map<number, Verdict>): CartProblem[] {
  return lines.flatMap((line) => [
    ...stockProblem(line),
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

function priceProblem({ sku, price, seenPrice }: CartLine): CartProblem[] {
  if (price === null || seenPrice === null || price === seenPrice) return []
  return [{ code: 'price_changed', sku, before: seenPrice, after: price }]
}

function fitProblem({ sku, vehicleTypeId }: CartLine, verdict?: Verdict): CartProblem[] {
  if (vehicleTypeId === null || verdict?.fit !== 'no') return []
  return [{ code: 'does_not_fit', sku, vehicle: vehicleTypeId }]
}
