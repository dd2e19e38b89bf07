/**
 * Chances to go on, learned by boosting: a target starts on the lowest rung and climbs with the chance that the trees
 * say of its row and that rung. Quantiles read off it never cross.
 */
export interface Ladder {
  /** Log-odds of going on from each rung, over all rows. */
  base: Float64Array
  /** Each adds to the log-odds. */
  trees: RungTree[]
  /** Targets that ended on each rung, and their shares; the last entry is of those that went on from all of them. */
  ended: { targets: Uint16Array; shares: Float64Array }[]
}

/** Inner nodes ask whether a bin, or the number of the rung, is at most `cut`. */
export interface RungTree {
  /** Feature of the question, `RUNG`, or −1 in a leaf. */
  feature: Int16Array
  cut: Uint8Array
  left: Int32Array
  right: Int32Array
  /** What a leaf adds to the log-odds. */
  value: Float32Array
}

/** Stands where a feature would: the question is about the rung. */
export const RUNG = 32_000

/** Adds the shares that a row of bins has on the ladder, times `weight`, to the distribution. */
export function climb(ladder: Ladder, bins: Uint8Array, weight: number, into: Float64Array) {
  const odds = Float64Array.from(ladder.base)
  for (const tree of ladder.trees) addOdds(tree, bins, odds)
  let climbing = weight
  for (const [rung, { targets, shares }] of ladder.ended.entries()) {
    const ending = rung < odds.length ? climbing / (1 + Math.exp(odds[rung])) : climbing
    for (const [at, target] of targets.entries()) into[target] += ending * shares[at]
    climbing -= ending
  }
}

/** What a tree adds to the log-odds of all rungs. Rungs that answer alike to all questions are answered at once. */
function addOdds(
  { feature, cut, left, right, value }: RungTree,
  bins: Uint8Array,
  odds: Float64Array
) {
  for (let rung = 0; rung < odds.length;) {
    let node = 0
    let last = odds.length - 1
    while (feature[node] >= 0) {
      if (feature[node] !== RUNG) {
        node = bins[feature[node]] <= cut[node] ? left[node] : right[node]
      } else if (rung <= cut[node]) {
        last = Math.min(last, cut[node])
        node = left[node]
      } else {
        node = right[node]
      }
    }
    for (; rung <= last; rung++) odds[rung] += value[node]
  }
}
