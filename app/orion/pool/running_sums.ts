/** Sums from the beginning: entry t is the sum of the first t periods, unknown ones left out. */
export function runningSum(values: Float64Array, of: (value: number) => number): Float64Array {
  const sums = new Float64Array(values.length + 1)
  for (const [at, value] of values.entries()) {
    sums[at + 1] = sums[at] + (Number.isNaN(value) ? 0 : of(value))
  }
  return sums
}

/** Sum of the last `count` periods up to the origin. */
export function within(sums: Float64Array, origin: number, count: number): number {
  return sums[origin + 1] - sums[Math.max(0, origin + 1 - count)]
}
