import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { GrowOptions, TrainingRows, Tree } from '#app/orion/pool/tree'

/** What one thread is asked for. */
export interface GrowOrder {
  rows: TrainingRows
  options: GrowOptions
  seed: number
  /** Numbers of the trees it grows. */
  trees: number[]
}

/** Below so many rows, starting threads would cost more than the trees. */
const THREADS_FROM = 2_000

/**
 * Grows a forest in worker threads, one for each processor. Every tree draws its own random numbers
 * from the seed and its number: how many threads there are changes nothing.
 */
export async function growForest(
  rows: TrainingRows,
  options: GrowOptions,
  { trees, seed }: { trees: number; seed: number }
): Promise<Tree[]> {
  const threads = rows.targets.length < THREADS_FROM ? 1 : Math.min(trees, availableParallelism())
  const orders = Array.from({ length: threads }, (_, thread) => ({
    ...{ rows, options, seed },
    trees: Array.from({ length: trees }, (__, tree) => tree).filter(
      (tree) => tree % threads === thread
    ),
  }))
  const grown = await Promise.all(orders.map(growInThread))
  return Array.from(
    { length: trees },
    (_, tree) => grown[tree % threads][Math.floor(tree / threads)]
  )
}

function growInThread(order: GrowOrder): Promise<Tree[]> {
  const script = fileURLToPath(import.meta.resolve('./forest_thread.js'))
  const loader = script.endsWith('.ts')
    ? ['--import', import.meta.resolve('@poppinss/ts-exec')]
    : []
  const worker = new Worker(script, { workerData: order, execArgv: loader })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`a thread of the forest ended with ${code}`)))
  })
}
