import { LEVELS, NORMAL_SCORES } from '#app/orion/models/levels'

/** Beyond this mean the counts are so many that the gamma distribution tells the same. */
const COUNTED_TO = 400
const STEPS = 20_000

/**
 * Quantiles at `LEVELS` of the negative binomial distribution with this mean and variance, of the Poisson
 * distribution when the variance is no larger than the mean.
 */
export function negativeBinomialQuantiles(mean: number, variance: number): Float64Array {
  const quantiles = new Float64Array(LEVELS.length)
  if (mean <= 0) return quantiles
  if (mean + 10 * Math.sqrt(variance) > STEPS || mean > COUNTED_TO) {
    return gammaQuantiles(mean, Math.max(variance, mean))
  }
  const overdispersed = variance > mean * 1.000001
  const size = overdispersed ? (mean * mean) / (variance - mean) : Infinity
  const failure = overdispersed ? mean / (size + mean) : 0
  let mass = overdispersed ? (size / (size + mean)) ** size : Math.exp(-mean)
  let sum = mass
  let count = 0
  for (const [index, level] of LEVELS.entries()) {
    while (sum < level && count < STEPS) {
      mass *= overdispersed ? ((count + size) / (count + 1)) * failure : mean / (count + 1)
      sum += mass
      count++
    }
    quantiles[index] = count
  }
  return quantiles
}

/** By the cube root of Wilson and Hilferty (1931). */
function gammaQuantiles(mean: number, variance: number): Float64Array {
  const ninth = variance / (9 * mean * mean)
  return Float64Array.from(NORMAL_SCORES, (score) =>
    Math.round(mean * Math.max(0, 1 - ninth + score * Math.sqrt(ninth)) ** 3)
  )
}
