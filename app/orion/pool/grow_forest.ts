import { availableParallelism } from 'node:os'
import { inThread } from '#app/orion/threads/in_thread'
import { growTree, type GrowOptions, type TrainingRows, type Tree } from '#app/orion/pool/tree'
import { randomNumbers } from '#app/orion/random'

/** What one thread is asked for. */
export interface GrowOrder {
  rows: TrainingRows
  options: GrowOptions
  seed: number
  /** Numbers of the trees it grows. */
  trees: number[]
}

/** Below so many rows, starting threads would cost more than the trees. */
export const THREADS_FROM = 20_000
const THREAD = import.meta.resolve('./forest_thread.js')

/**
 * Grows a forest in worker threads, one for each processor. Every tree draws its own random numbers
 * from the seed and its number: how many threads there are changes nothing.
 */
export async function growForest(
  rows: TrainingRows,
  options: GrowOptions,
  { trees, seed }: { trees: number; seed: number }
): Promise<Tree[]> {
  const threads = Math.min(trees, availableParallelism())
  const orders = Array.from({ length: threads }, (_, thread) => ({
    ...{ rows, options, seed },
    trees: Array.from({ length: trees }, (__, tree) => tree).filter(
      (tree) => tree % threads === thread
    ),
  }))
  const isSmall = rows.targets.length < THREADS_FROM
  const grown = await Promise.all(
    orders.map((order) => (isSmall ? growTrees(order) : inThread<Tree[]>(THREAD, order)))
  )
  return Array.from(
    { length: trees },
    (_, tree) => grown[tree % threads][Math.floor(tree / threads)]
  )
}

/** The trees of an order, one after the other. */
export function growTrees({ rows, options, seed, trees }: GrowOrder): Tree[] {
  return trees.map((tree) =>
    growTree(rows, options, randomNumbers(seed * 7919 + tree * 104_729 + 1))
  )
}
