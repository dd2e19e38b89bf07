/** How a part sells, after Syntetos, Boylan and Croston (2005), and `unsold` for what has sold fewer than two times. */
export type DemandClass = 'smooth' | 'erratic' | 'intermittent' | 'lumpy' | 'unsold'

export const DEMAND_CLASSES: DemandClass[] = [
  'smooth',
  'erratic',
  'intermittent',
  'lumpy',
  'unsold',
]

const FREQUENT_BELOW = 1.32
const EVEN_BELOW = 0.49

/**
 * Class of a history up to and with period `origin`: by the average distance between periods with demand (ADI)
 * and the squared coefficient of variation of their sizes (CV²).
 */
export function demandClass(values: Float64Array, origin = values.length - 1): DemandClass {
  let known = 0
  let sales = 0
  let sum = 0
  let squares = 0
  for (let at = 0; at <= origin; at++) {
    const value = values[at]
    if (Number.isNaN(value) || (sales === 0 && value === 0)) continue
    known++
    if (value === 0) continue
    sales++
    sum += value
    squares += value * value
  }
  if (sales < 2) return 'unsold'
  const frequent = known / sales < FREQUENT_BELOW
  const even = (sales * squares) / (sum * sum) - 1 < EVEN_BELOW
  if (frequent) return even ? 'smooth' : 'erratic'
  return even ? 'intermittent' : 'lumpy'
}
