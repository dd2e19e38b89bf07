/** An amount as the API tells it: whole millimes (1 TND = 1000 millimes). */
export type Money = { amount: number; currency: 'TND' }

export const CURRENCY = 'TND'

/** @param millimes whole millimes. */
export function money(millimes: number): Money {
  return { amount: millimes, currency: CURRENCY }
}

/** Like `money`, for prices that may be absent. */
export const moneyOrNull = (millimes: number | null) => (millimes === null ? null : money(millimes))
