import type { KeptOrder } from '#app/orders/order_query'
import type { OrderLine } from '#app/orders/order_event'
import { nothingLeft } from '#app/fulfilment/dispatch_refusals'

export type WantedPieces = { sku: string; quantity: number }
export type ChosenLine = Pick<OrderLine, 'productId' | 'sku' | 'nameFr' | 'nameAr' | 'quantity'> & {
  /** Of the line, from 1 on. */
  position: number
}

/** What of an order is not in a parcel yet. */
export const piecesLeft = ({ lines }: Pick<KeptOrder, 'lines'>, shipped: Map<number, number>) =>
  lines
    .map(({ productId, sku, nameFr, nameAr, quantity }, at): ChosenLine => {
      const position = at + 1
      const left = quantity - (shipped.get(position) ?? 0)
      return { position, productId, sku, nameFr, nameAr, quantity: left }
    })
    .filter(({ quantity }) => quantity > 0)

/**
 * The pieces that go into a parcel, all that are left unless told otherwise, and whether nothing is left then.
 * Throws 409 when so many are not left.
 */
export function choosePieces(
  order: KeptOrder,
  shipped: Map<number, number>,
  wanted?: WantedPieces[]
): { lines: ChosenLine[]; isRest: boolean } {
  const left = piecesLeft(order, shipped)
  const lines = wanted ? taken(left, wanted) : left
  if (!lines || lines.length === 0) throw nothingLeft(order)
  const count = (some: ChosenLine[]) => some.reduce((sum, { quantity }) => sum + quantity, 0)
  return { lines, isRest: count(lines) === count(left) }
}

/** Undefined when more is wanted than is left. */
function taken(left: ChosenLine[], wanted: WantedPieces[]): ChosenLine[] | undefined {
  const chosen = new Map<number, ChosenLine>()
  for (const { sku, quantity } of wanted) {
    let needed = quantity
    for (const line of left.filter((one) => one.sku === sku)) {
      const before = chosen.get(line.position)?.quantity ?? 0
      const some = Math.min(needed, line.quantity - before)
      if (some > 0) chosen.set(line.position, { ...line, quantity: before + some })
      needed -= some
    }
    if (needed > 0) return undefined
  }
  return [...chosen.values()]
}
