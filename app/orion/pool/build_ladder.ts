import { growRungTree, leafOf, type Climbs } from '#app/orion/pool/boost'
import type { Ladder } from '#app/orion/pool/ladder'
import type { TrainingRows } from '#app/orion/pool/tree'
import { randomNumbers } from '#app/orion/random'

/** What a thread is asked for. */
export interface LadderOrder {
  rows: TrainingRows
  /** Highest target of each rung. */
  tops: number[]
  seed: number
}

const TREES = 140
/** A rung that fewer rows reach is none of its own. */
const FEWEST_ROWS = 100

/**
 * Learns the chances to go on from each rung: of all rows that reached it, which went on. All rungs are learned
 * together, by gradient boosting of the logistic loss (Friedman 2001); the rung is one of the questions.
 */
export function buildLadder({ rows, tops, seed }: LadderOrder): Ladder {
  const random = randomNumbers(seed * 6_151 + 3)
  const ends = endsOf(rows.targets, tops)
  const rungs = reached(ends, tops.length)
  const climbs = climbsOf(rows, ends, rungs)
  const base = oddsOf(climbs, rungs)
  const odds = Float32Array.from(climbs.rung, (rung) => base[rung])
  const trees = Array.from({ length: TREES }, () => {
    const tree = growRungTree(climbs, odds, random)
    for (let at = 0; at < odds.length; at++) odds[at] += tree.value[leafOf(tree, climbs, at)]
    return tree
  })
  return { base, trees, ended: endedOn(rows.targets, ends, rungs) }
}

/** Rung on which each target ends. */
function endsOf(targets: Uint16Array, tops: number[]): Uint8Array {
  return Uint8Array.from(targets, (target) => {
    const rung = tops.findIndex((top) => target <= top)
    return rung < 0 ? tops.length : rung
  })
}

/** How many rungs are reached by enough rows. */
function reached(ends: Uint8Array, most: number): number {
  const counts = new Float64Array(most + 1)
  for (const end of ends) counts[end]++
  let left = ends.length
  let rungs = 0
  while (rungs < most && left >= FEWEST_ROWS) left -= counts[rungs++]
  return rungs
}

/** One climb for each row and each rung that it reached. */
function climbsOf({ bins, features }: TrainingRows, ends: Uint8Array, rungs: number): Climbs {
  let count = 0
  for (const end of ends) count += Math.min(end, rungs - 1) + 1
  const row = new Int32Array(count)
  const rung = new Uint8Array(count)
  const goesOn = new Uint8Array(count)
  let at = 0
  for (const [of, end] of ends.entries()) {
    for (let on = 0; on <= Math.min(end, rungs - 1); on++, at++) {
      row[at] = of
      rung[at] = on
      goesOn[at] = end > on ? 1 : 0
    }
  }
  return { bins, features, row, rung, goesOn }
}

function oddsOf({ rung, goesOn }: Climbs, rungs: number): Float64Array {
  const on = new Float64Array(rungs).fill(1)
  const off = new Float64Array(rungs).fill(1)
  for (const [at, from] of rung.entries()) {
    if (goesOn[at]) on[from]++
    else off[from]++
  }
  return on.map((count, at) => Math.log(count / off[at]))
}

function endedOn(targets: Uint16Array, ends: Uint8Array, rungs: number): Ladder['ended'] {
  const counts = Array.from({ length: rungs + 1 }, () => new Map<number, number>())
  for (const [at, target] of targets.entries()) {
    const of = counts[Math.min(ends[at], rungs)]
    of.set(target, (of.get(target) ?? 0) + 1)
  }
  return counts.map((of) => {
    const told = [...of].sort(([one], [other]) => one - other)
    const total = told.reduce((sum, [, count]) => sum + count, 0)
    return {
      targets: Uint16Array.from(told, ([target]) => target),
      shares: Float64Array.from(told, ([, count]) => count / total),
    }
  })
}
