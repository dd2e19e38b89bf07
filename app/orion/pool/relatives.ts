import type { Panel } from '#app/orion/panel/panel'
import { within } from '#app/orion/pool/running_sums'

/** Relatives on each side. */
const EACH_SIDE = 3
/** Parts of few sales are alike by chance: so many months are taken to have been unlike. */
const UNLIKE = 3

/** Parts that stand beside a part in the panel, and which of them sells in the same periods. */
export class Relatives {
  /** By part and distance: in how many of the first periods both have sold. */
  #together: Uint16Array[] = []

  /**
   * @param demand running sums of each part
   * @param sales running counts of each part's periods with a sale
   */
  constructor(
    private panel: Panel,
    private demand: Float64Array[],
    private sales: Float64Array[]
  ) {}

  /** Demand of all relatives in the last `count` periods. */
  demandWithin(part: number, origin: number, count: number): number {
    return this.#sum(this.demand, part, origin, count)
  }

  /** Periods with a sale of all relatives in the last `count` periods. */
  salesWithin(part: number, origin: number, count: number): number {
    return this.#sum(this.sales, part, origin, count)
  }

  /**
   * The relative that has most often sold when the part has, as far as the origin knows: left and right
   * of a pair sell together. `likeness` is the share of the periods with a sale of one that had one of both.
   */
  closest(part: number, origin: number): { part: number; likeness: number } | undefined {
    let best: { part: number; likeness: number } | undefined
    for (let distance = 1; distance <= EACH_SIDE; distance++) {
      for (const other of [part - distance, part + distance]) {
        if (other < 0 || other >= this.panel.ids.length) continue
        const both = this.#soldTogether(Math.min(part, other), distance)[origin + 1]
        const either = this.sales[part][origin + 1] + this.sales[other][origin + 1] - both
        const likeness = (both + 0.5) / (either + UNLIKE)
        if (!best || likeness > best.likeness) best = { part: other, likeness }
      }
    }
    return best
  }

  #sum(sums: Float64Array[], part: number, origin: number, count: number): number {
    let total = 0
    const last = Math.min(sums.length - 1, part + EACH_SIDE)
    for (let other = Math.max(0, part - EACH_SIDE); other <= last; other++) {
      if (other !== part) total += within(sums[other], origin, count)
    }
    return total
  }

  #soldTogether(part: number, distance: number): Uint16Array {
    const at = part * EACH_SIDE + distance - 1
    return (this.#together[at] ??= soldTogether(
      this.panel.values[part],
      this.panel.values[part + distance]
    ))
  }
}

function soldTogether(one: Float64Array, other: Float64Array): Uint16Array {
  const counts = new Uint16Array(one.length + 1)
  for (const [at, value] of one.entries()) {
    counts[at + 1] = counts[at] + (value > 0 && other[at] > 0 ? 1 : 0)
  }
  return counts
}
