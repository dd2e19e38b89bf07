import { wholeNumber } from '#app/platform/views/numbers'

/** `1 234,500` from 1234500 millimes; the page adds the currency. */
export function dinars(millimes: number): string {
  const sign = millimes < 0 ? '-' : ''
  const amount = Math.abs(millimes)
  return `${sign}${wholeNumber(Math.trunc(amount / 1000))},${String(amount % 1000).padStart(3, '0')}`
}
