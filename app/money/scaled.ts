/** `amount × numerator ÷ denominator`, half up, exactly: no float in between. Amounts are not negative. */
export function scaled(amount: number, numerator: number, denominator: number): number {
  const [product, divisor] = [BigInt(amount) * BigInt(numerator), BigInt(denominator)]
  return Number((product * 2n + divisor) / (divisor * 2n))
}
