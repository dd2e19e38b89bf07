/** Grows trees in a thread of its own: takes a `GrowOrder`, answers the trees in the order of their numbers. */
import { parentPort, workerData } from 'node:worker_threads'
import type { GrowOrder } from '#app/orion/pool/grow_forest'
import { growTree } from '#app/orion/pool/tree'
import { randomNumbers } from '#app/orion/random'

const { rows, options, seed, trees } = workerData as GrowOrder

parentPort!.postMessage(
  trees.map((tree) => growTree(rows, options, randomNumbers(seed * 7919 + tree * 104_729 + 1)))
)
