/**
 * What the weather was in each period of a panel, by name, without gaps; `coming` is what is known of the first period
 * after it.
 */
export interface Weather {
  series: Record<string, Float64Array>
  coming: Record<string, number>
}

const YEAR = 12

/**
 * What can be expected `step` periods after `origin` by the climate: the mean of the same month of the years up to the
 * origin, or of all of its months while that one is not known.
 */
export function expectedWeather(values: Float64Array, origin: number, step: number): number {
  const known = values.subarray(0, origin + 1)
  const same = known.filter(
    (value, at) => !Number.isNaN(value) && (origin + step - at) % YEAR === 0
  )
  const of = same.length > 0 ? same : known.filter((value) => !Number.isNaN(value))
  return of.reduce((sum, value) => sum + value, 0) / of.length
}
