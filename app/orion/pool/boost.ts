import { RUNG, type RungTree } from '#app/orion/pool/ladder'

/** Rows on rungs, and whether they went on. */
export interface Climbs {
  /** Bins of the features of each row, row after row. */
  bins: Uint8Array
  features: number
  row: Int32Array
  rung: Uint8Array
  goesOn: Uint8Array
}

/** Share of what a tree says that is believed. */
const RATE = 0.07
const DEPTH = 5
const FEWEST_CLIMBS = 100
/** Least sum of chances × counter-chances on each side of a split. */
const LEAST_WEIGHT = 5
/** Chances × counter-chances that stand for no change at all. */
const CALM = 60
const SHARE_OF_CLIMBS = 0.2
const MOST_CLIMBS = 50_000
const SHARE_OF_FEATURES = 0.3
const LEAST_GAIN = 1e-3
const BINS = 64

/** Grows the tree that takes most off the logistic loss, from the log-odds so far, on some of the climbs and features. */
export function growRungTree(climbs: Climbs, odds: Float32Array, random: () => number): RungTree {
  return new Grower(climbs, odds, random).grow()
}

/** The leaf that a climb ends in. */
export function leafOf(tree: RungTree, { bins, features, row, rung }: Climbs, climb: number) {
  const { feature, cut, left, right } = tree
  const from = row[climb] * features
  let node = 0
  while (feature[node] >= 0) {
    const bin = feature[node] === RUNG ? rung[climb] : bins[from + feature[node]]
    node = bin <= cut[node] ? left[node] : right[node]
  }
  return node
}

class Grower {
  /** What is asked about: some features, and always the rung. */
  #asked: number[]
  #drawn: Int32Array
  /** First and second derivative of the loss of each drawn climb, beside it. */
  #slope: Float32Array
  #weight: Float32Array
  #nodes = {
    ...{ feature: [] as number[], cut: [] as number[] },
    ...{ left: [] as number[], right: [] as number[], value: [] as number[] },
  }

  constructor(
    private climbs: Climbs,
    odds: Float32Array,
    random: () => number
  ) {
    const { rung, goesOn, features } = climbs
    const drawn = Math.ceil(Math.min(MOST_CLIMBS, rung.length * SHARE_OF_CLIMBS))
    this.#drawn = Int32Array.from({ length: drawn }, () => Math.floor(random() * rung.length))
    this.#slope = new Float32Array(drawn)
    this.#weight = new Float32Array(drawn)
    for (const [at, climb] of this.#drawn.entries()) {
      const chance = 1 / (1 + Math.exp(-odds[climb]))
      this.#slope[at] = goesOn[climb] - chance
      this.#weight[at] = chance * (1 - chance)
    }
    const some = Array.from({ length: features }, (_, feature) => feature)
    this.#asked = [...some.filter(() => random() < SHARE_OF_FEATURES), RUNG]
  }

  grow(): RungTree {
    const all = this.#drawn.length
    this.#node(0, all, 0, this.#sums(0, all))
    const { feature, cut, left, right, value } = this.#nodes
    return {
      feature: Int16Array.from(feature),
      cut: Uint8Array.from(cut),
      left: Int32Array.from(left),
      right: Int32Array.from(right),
      value: Float32Array.from(value),
    }
  }

  /** Grows what becomes of the drawn climbs from `from` to `to`, whose sums are told, and returns its number. */
  #node(from: number, to: number, depth: number, sums: Float64Array): number {
    const nodes = this.#nodes
    const [slope, weight] = totalOf(sums)
    const node = nodes.feature.push(-1) - 1
    nodes.cut.push(0)
    nodes.left.push(0)
    nodes.right.push(0)
    nodes.value.push((RATE * slope) / (weight + CALM))
    if (depth >= DEPTH || to - from < FEWEST_CLIMBS) return node
    const { asked, cut } = bestSplit(sums, slope, weight)
    if (asked < 0) return node
    const feature = this.#asked[asked]
    const middle = this.#part(from, to, feature, cut)
    // The sums of the larger side are what the smaller one leaves.
    const isLeftSmaller = middle - from < to - middle
    const smaller = isLeftSmaller ? this.#sums(from, middle) : this.#sums(middle, to)
    for (let at = 0; at < sums.length; at++) sums[at] -= smaller[at]
    nodes.feature[node] = feature
    nodes.cut[node] = cut
    nodes.left[node] = this.#node(from, middle, depth + 1, isLeftSmaller ? smaller : sums)
    nodes.right[node] = this.#node(middle, to, depth + 1, isLeftSmaller ? sums : smaller)
    return node
  }

  /** Sums of both derivatives by question and bin. */
  #sums(from: number, to: number): Float64Array {
    const { bins, features, row, rung } = this.climbs
    const asked = this.#asked
    const ofRung = (asked.length - 1) * BINS
    const sums = new Float64Array(asked.length * BINS * 2)
    for (let at = from; at < to; at++) {
      const climb = this.#drawn[at]
      const slope = this.#slope[at]
      const weight = this.#weight[at]
      const start = row[climb] * features
      for (let question = 0; question < asked.length - 1; question++) {
        const cell = (question * BINS + bins[start + asked[question]]) * 2
        sums[cell] += slope
        sums[cell + 1] += weight
      }
      const cell = (ofRung + rung[climb]) * 2
      sums[cell] += slope
      sums[cell + 1] += weight
    }
    return sums
  }

  /** Brings the climbs at or below the cut to the front. */
  #part(from: number, to: number, feature: number, cut: number): number {
    const { bins, features, row, rung } = this.climbs
    let low = from
    let high = to - 1
    while (low <= high) {
      const climb = this.#drawn[low]
      const bin = feature === RUNG ? rung[climb] : bins[row[climb] * features + feature]
      if (bin <= cut) low++
      else this.#swap(low, high--)
    }
    return low
  }

  #swap(one: number, other: number) {
    for (const each of [this.#drawn, this.#slope, this.#weight]) {
      const kept = each[one]
      each[one] = each[other]
      each[other] = kept
    }
  }
}

function totalOf(sums: Float64Array): [slope: number, weight: number] {
  let slope = 0
  let weight = 0
  for (let bin = 0; bin < BINS; bin++) {
    slope += sums[bin * 2]
    weight += sums[bin * 2 + 1]
  }
  return [slope, weight]
}

/** The question, by its place, and the cut that take most off the loss; −1 when none is worth it. */
function bestSplit(sums: Float64Array, slope: number, weight: number) {
  const worth = (of: number, by: number) => (of * of) / (by + CALM)
  const best = { asked: -1, cut: 0, gain: LEAST_GAIN }
  for (let start = 0; start < sums.length; start += BINS * 2) {
    let leftSlope = 0
    let leftWeight = 0
    for (let bin = 0; bin < BINS - 1; bin++) {
      leftSlope += sums[start + bin * 2]
      leftWeight += sums[start + bin * 2 + 1]
      if (leftWeight < LEAST_WEIGHT) continue
      if (weight - leftWeight < LEAST_WEIGHT) break
      const gain =
        worth(leftSlope, leftWeight) +
        worth(slope - leftSlope, weight - leftWeight) -
        worth(slope, weight)
      if (gain > best.gain) {
        best.asked = start / (BINS * 2)
        best.cut = bin
        best.gain = gain
      }
    }
  }
  return best
}
