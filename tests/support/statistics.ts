export const median = (values: number[]) => percentile(values, 0.5)

export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

/**
 * How likely samples that differ this much come from one distribution: two-sided p of the
 * Mann-Whitney U test, by its normal approximation (good from twenty values each).
 */
export function mannWhitneyP(one: number[], other: number[]): number {
  const all = [...one.map((value) => ({ value, isOne: true }))]
    .concat(other.map((value) => ({ value, isOne: false })))
    .sort((a, b) => a.value - b.value)
  const rankSum = all.reduce((sum, { isOne }, index) => (isOne ? sum + index + 1 : sum), 0)
  const [n, m] = [one.length, other.length]
  const u = rankSum - (n * (n + 1)) / 2
  const z = Math.abs(u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12)
  return 2 * (1 - normalBelow(z))
}

/** Abramowitz and Stegun 26.2.17, to 7 digits. */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  const series = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429]
  return 1 - density * series.reduceRight((sum, b) => (sum + b) * t, 0)
}
