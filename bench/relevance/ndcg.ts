import { interval95 } from '../interval.js'

/** Ratings of one query by product. */
export type Ratings = Map<string, number>

const CUT = 10

/**
 * Normalised discounted cumulative gain of the first ten, with gain 2^rating - 1; undefined for a
 * query that nothing answers. What nobody judged counts as 0, or is left out with `judgedOnly`.
 */
export function ndcg(ranked: string[], ratings: Ratings, judgedOnly = false): number | undefined {
  const ideal = gain([...ratings.values()].sort((a, b) => b - a))
  if (ideal === 0) return undefined
  const counted = judgedOnly ? ranked.filter((id) => ratings.has(id)) : ranked
  return gain(counted.map((id) => ratings.get(id) ?? 0)) / ideal
}

const gain = (ratings: number[]) =>
  ratings.slice(0, CUT).reduce((sum, rating, at) => sum + (2 ** rating - 1) / Math.log2(at + 2), 0)

export const mean = (values: number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** The 95 % interval of the mean difference over the queries. */
export function pairedBootstrap(ours: number[], theirs: number[]): [low: number, high: number] {
  const differences = ours.map((value, at) => value - theirs[at])
  return interval95(differences.length, (drawn) => mean(drawn.map((at) => differences[at])), 10_000)
}
