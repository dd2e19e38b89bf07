/** Rows as trees read them, in memory that threads share. */
export interface TrainingRows {
  /** Bins of the features, row after row. */
  bins: Uint8Array
  features: number
  targets: Uint16Array
  /** Targets are told apart by how many of these ascending thresholds they exceed. */
  thresholds: number[]
}

/** A grown tree: inner nodes ask whether a bin is at most `cut`; leaves hold the targets that ended there. */
export interface Tree {
  /** Feature of the question, −1 in a leaf. */
  feature: Int16Array
  cut: Uint8Array
  left: Int32Array
  /** Child of an inner node; first entry of a leaf, which ends where `left` says. */
  right: Int32Array
  /** Targets of all leaves and their shares. */
  target: Uint16Array
  share: Float32Array
}

export interface GrowOptions {
  rowsPerTree: number
  leafRows: number
  depth: number
  /** Features that are tried at each node. */
  tries: number
}

const BINS = 64

/**
 * Grows one tree of a quantile forest (after Meinshausen 2006) on rows drawn with replacement. A split is
 * as good as the sum of the Brier scores it takes off over all thresholds, a discrete form of the CRPS.
 */
export function growTree(rows: TrainingRows, options: GrowOptions, random: () => number): Tree {
  return new Grower(rows, options, random).grow()
}

/** Adds the shares of the leaf that a row of bins reaches, times `weight`, to the distribution. */
export function addLeaf(
  tree: Tree,
  bins: Uint8Array,
  at: number,
  weight: number,
  into: Float64Array
) {
  let node = 0
  while (tree.feature[node] >= 0) {
    node = bins[at + tree.feature[node]] <= tree.cut[node] ? tree.left[node] : tree.right[node]
  }
  for (let entry = tree.right[node]; entry < tree.left[node]; entry++) {
    into[tree.target[entry]] += tree.share[entry] * weight
  }
}

class Grower {
  #drawn: Int32Array
  #classOf: Uint8Array
  #classes: number
  #counts: Int32Array
  #feature: number[] = []
  #cut: number[] = []
  #left: number[] = []
  #right: number[] = []
  #target: number[] = []
  #share: number[] = []

  constructor(
    private rows: TrainingRows,
    private options: GrowOptions,
    private random: () => number
  ) {
    const { targets, thresholds } = rows
    this.#drawn = Int32Array.from({ length: options.rowsPerTree }, () =>
      Math.floor(random() * targets.length)
    )
    this.#classes = thresholds.length + 1
    this.#classOf = Uint8Array.from(targets, (target) => {
      let above = 0
      while (above < thresholds.length && target > thresholds[above]) above++
      return above
    })
    this.#counts = new Int32Array(BINS * this.#classes)
  }

  grow(): Tree {
    this.#node(0, this.#drawn.length, 0)
    return {
      feature: Int16Array.from(this.#feature),
      cut: Uint8Array.from(this.#cut),
      left: Int32Array.from(this.#left),
      right: Int32Array.from(this.#right),
      target: Uint16Array.from(this.#target),
      share: Float32Array.from(this.#share),
    }
  }

  /** Grows what becomes of the drawn rows from `from` to `to`, and returns its number. */
  #node(from: number, to: number, depth: number): number {
    const node = this.#feature.push(-1) - 1
    this.#cut.push(0)
    this.#left.push(0)
    this.#right.push(0)
    const { feature, cut } = this.#bestSplit(from, to, depth)
    if (feature < 0) {
      this.#right[node] = this.#target.length
      this.#leaf(from, to)
      this.#left[node] = this.#target.length
      return node
    }
    const middle = this.#part(from, to, feature, cut)
    this.#feature[node] = feature
    this.#cut[node] = cut
    this.#left[node] = this.#node(from, middle, depth + 1)
    this.#right[node] = this.#node(middle, to, depth + 1)
    return node
  }

  #bestSplit(from: number, to: number, depth: number) {
    const best = { feature: -1, cut: 0, gain: 1e-3 }
    const { leafRows, tries } = this.options
    if (to - from < 2 * leafRows || depth >= this.options.depth) return best
    const total = new Int32Array(this.#classes)
    for (let at = from; at < to; at++) total[this.#classOf[this.#drawn[at]]]++
    for (let tried = 0; tried < tries; tried++) {
      const feature = Math.floor(this.random() * this.rows.features)
      this.#count(from, to, feature)
      this.#bestCut(feature, total, to - from, best)
    }
    return best
  }

  #count(from: number, to: number, feature: number) {
    const { bins, features } = this.rows
    this.#counts.fill(0)
    for (let at = from; at < to; at++) {
      const row = this.#drawn[at]
      this.#counts[bins[row * features + feature] * this.#classes + this.#classOf[row]]++
    }
  }

  #bestCut(
    feature: number,
    total: Int32Array,
    rows: number,
    best: { feature: number; cut: number; gain: number }
  ) {
    const left = new Int32Array(this.#classes)
    const { leafRows } = this.options
    let leftRows = 0
    for (let bin = 0; bin < BINS - 1; bin++) {
      for (let kind = 0; kind < this.#classes; kind++) {
        const count = this.#counts[bin * this.#classes + kind]
        left[kind] += count
        leftRows += count
      }
      if (leftRows < leafRows) continue
      if (rows - leftRows < leafRows) return
      const gain = brierGain(left, total, leftRows, rows)
      if (gain > best.gain) Object.assign(best, { feature, cut: bin, gain })
    }
  }

  /** Brings the rows at or below the cut to the front. */
  #part(from: number, to: number, feature: number, cut: number): number {
    const { bins, features } = this.rows
    const drawn = this.#drawn
    let low = from
    let high = to - 1
    while (low <= high) {
      const row = drawn[low]
      if (bins[row * features + feature] <= cut) low++
      else {
        drawn[low] = drawn[high]
        drawn[high--] = row
      }
    }
    return low
  }

  #leaf(from: number, to: number) {
    const targets = Uint16Array.from(
      this.#drawn.subarray(from, to),
      (row) => this.rows.targets[row]
    ).sort()
    for (let at = 0, start = 0; at < targets.length; at++) {
      if (targets[at + 1] === targets[at]) continue
      this.#target.push(targets[at])
      this.#share.push((at + 1 - start) / targets.length)
      start = at + 1
    }
  }
}

/** Sum over the thresholds of what the split takes off the Brier score. */
function brierGain(left: Int32Array, total: Int32Array, leftRows: number, rows: number): number {
  let gain = 0
  let leftAbove = 0
  let above = 0
  for (let kind = left.length - 1; kind > 0; kind--) {
    leftAbove += left[kind]
    above += total[kind]
    const rightAbove = above - leftAbove
    gain +=
      (leftAbove * leftAbove) / leftRows +
      (rightAbove * rightAbove) / (rows - leftRows) -
      (above * above) / rows
  }
  return gain
}
