import type { ChosenLine } from '#app/fulfilment/choose_pieces'
import type { Inspected } from '#app/fulfilment/inspect_parcel'
import type { ParcelLine } from '#app/fulfilment/parcels_query'

type Typed = Record<string, number> | undefined

/** Fields of the order's second line are named `…[p2]`. */
const typedOf = (typed: Typed, position: number) => typed?.[`p${position}`]

/** What goes into the parcel, as it was typed; what was not typed goes as a whole. */
export const piecesInForm = (left: ChosenLine[], quantity: Typed) =>
  left
    .map((line) => ({
      sku: line.sku,
      quantity: typedOf(quantity, line.position) ?? line.quantity,
    }))
    .filter((line) => line.quantity > 0)

/** What of a parcel is good; a SKU on two lines is summed. */
export function inspectedInForm(lines: ParcelLine[], restocked: Typed): Inspected[] {
  const good = new Map<string, number>()
  for (const { sku, position, quantity } of lines) {
    good.set(sku, (good.get(sku) ?? 0) + (typedOf(restocked, position) ?? quantity))
  }
  return [...good].map(([sku, pieces]) => ({ sku, restocked: pieces }))
}
