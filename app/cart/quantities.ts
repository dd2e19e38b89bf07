/** How a product is sold: from so many pieces on, in packs of so many. */
type SoldIn = { minQuantity: number; packSize: number }

/** What a cart holds of one product at most. */
const MOST = 999

/** The fewest pieces that may be ordered: whole packs. */
export const fewestOf = ({ minQuantity, packSize }: SoldIn) =>
  Math.ceil(minQuantity / packSize) * packSize

/** The allowed quantity that is nearest to a wanted one, itself if it is allowed; the larger one of two. */
export function nearestAllowed(wanted: number, soldIn: SoldIn): number {
  const { packSize } = soldIn
  const most = Math.floor(MOST / packSize) * packSize
  const rounded = Math.round(wanted / packSize) * packSize
  return Math.max(fewestOf(soldIn), Math.min(most, rounded))
}
