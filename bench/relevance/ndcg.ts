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

const RESAMPLES = 10_000

/** The 95 % interval of the mean difference, by a paired bootstrap over the queries. */
export function pairedBootstrap(ours: number[], theirs: number[]): [low: number, high: number] {
  const differences = ours.map((value, at) => value - theirs[at])
  const random = mulberry32(1)
  const means = Array.from({ length: RESAMPLES }, () =>
    mean(differences.map(() => differences[Math.floor(random() * differences.length)]))
  ).sort((a, b) => a - b)
  return [means[Math.floor(RESAMPLES * 0.025)], means[Math.floor(RESAMPLES * 0.975)]]
}

/** A small seeded generator (Tommy Ettinger's mulberry32): the same interval every time. */
function mulberry32(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}
