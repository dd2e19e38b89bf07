import type { Parcel } from '#app/fulfilment/parcels_query'

export const VERDICTS = ['matched', 'short', 'over', 'unknown', 'double', 'refused'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What a courier's payment for a parcel comes to; `amount` in millimes, before its fee. */
export function verdictOn({ cash, state, remitted }: Parcel, amount: number): Verdict {
  if (remitted) return 'double'
  if (state === 'refused' || state === 'returned') return 'refused'
  if (amount === cash && cash > 0) return 'matched'
  return amount < cash ? 'short' : 'over'
}
