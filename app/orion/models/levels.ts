/** Levels at which every model gives its quantiles: enough of them to plan stock at any service level in between. */
export const LEVELS = [
  0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.925, 0.95, 0.975, 0.99, 0.995, 0.998,
] as const

/** The same levels on the standard normal distribution. */
export const NORMAL_SCORES = [
  0, 0.2533, 0.5244, 0.6745, 0.8416, 1.0364, 1.2816, 1.4395, 1.6449, 1.96, 2.3263, 2.5758, 2.8782,
] as const

/** Where the level stands among `LEVELS`. */
export function levelAt(level: (typeof LEVELS)[number]): number {
  return LEVELS.indexOf(level)
}

/** Pinball loss of a quantile: what an error costs when missing demand costs `level` and surplus 1 − `level` a piece. */
export function pinball(level: number, quantile: number, actual: number): number {
  return actual >= quantile ? level * (actual - quantile) : (1 - level) * (quantile - actual)
}
