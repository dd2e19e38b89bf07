/** Where a parcel is: on its way, at the buyer's, on its way back, or back and looked at. */
export const PARCEL_STATES = ['out', 'delivered', 'refused', 'returned'] as const
export type ParcelState = (typeof PARCEL_STATES)[number]

/** What may follow what. */
const MOVES: Record<ParcelState, readonly ParcelState[]> = {
  out: ['delivered', 'refused'],
  delivered: [],
  refused: ['returned', 'delivered'],
  returned: [],
}

export const mayBecome = (from: ParcelState, to: ParcelState) => MOVES[from].includes(to)

/** Whether nothing more will become of a parcel. */
export const isOver = (state: ParcelState) => MOVES[state].length === 0
