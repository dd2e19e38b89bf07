const GROUPED = new Intl.NumberFormat('fr', { signDisplay: 'negative' })
const NBSP = '\u00a0'

/**
 * A whole number in groups of three, for French and Arabic alike: Latin
 * digits, no-break spaces (a plain space would split it in right-to-left text).
 */
export function wholeNumber(value: number): string {
  return GROUPED.format(Math.round(value)).replace(/\s/g, NBSP)
}

/** `6,8`: one decimal, whether it is needed or not. */
export const oneDecimal = (value: number) => value.toFixed(1).replace('.', ',')

/** `12,4 %`, with its sign when there is one. */
export function percent(ratio: number): string {
  return `${oneDecimal(Math.abs(ratio) * 100)}${NBSP}%`
}
