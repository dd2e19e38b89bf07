/**
 * Divides a whole amount in proportion to weights, to the millime: largest remainder, ties to the
 * first. The shares always sum to `amount`; with no weight at all everything goes to the first.
 * @param amount whole millimes, may be negative
 * @param weights whole numbers, not negative
 */
export function apportion(amount: number, weights: number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (whole === 0n) return weights.map((_, index) => (index === 0 ? amount : 0))
  const size = BigInt(Math.abs(amount))
  const parts = weights.map((weight, index) => {
    const product = size * BigInt(weight)
    return { index, share: Number(product / whole), remainder: product % whole }
  })
  const left = Number(size) - parts.reduce((sum, { share }) => sum + share, 0)
  const byRemainder = parts.toSorted(
    (a, b) => Number(b.remainder - a.remainder) || a.index - b.index
  )
  for (const part of byRemainder.slice(0, left)) part.share += 1
  return parts.map(({ share }) => (amount < 0 ? -share || 0 : share))
}
