import type { KeptOrder } from '#app/orders/order_query'
import { paidForPieces } from '#app/orders/paid_for_pieces'
import { isOnItsWayBack } from '#app/fulfilment/dispatch_refusals'
import type { Parcel } from '#app/fulfilment/parcels_query'

/**
 * Millimes to be collected with the last parcel of an order: all that it costs, less the pieces that came back before.
 * Throws 409 while a parcel is on its way back: the courier may try it again.
 */
export function cashOfRest({ lines, total }: KeptOrder, parcels: Parcel[]): number {
  const underway = parcels.find(({ state }) => state === 'refused')
  if (underway) throw isOnItsWayBack(underway)
  const back = parcels.filter(({ state }) => state === 'returned').flatMap((parcel) => parcel.lines)
  const piecesBack = (position: number) =>
    back
      .filter((line) => line.position === position)
      .reduce((sum, { quantity }) => sum + quantity, 0)
  return lines.reduce((cash, line, at) => cash - paidForPieces(line, piecesBack(at + 1)), total)
}
