/** Grows trees in a thread of its own: takes a `GrowOrder`, answers the trees in the order of their numbers. */
import { workerData } from 'node:worker_threads'
import { growTrees, type GrowOrder } from '#app/orion/pool/grow_forest'
import { answer } from '#app/orion/threads/in_thread'

answer(growTrees(workerData as GrowOrder))
