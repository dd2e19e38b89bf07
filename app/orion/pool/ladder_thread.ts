/** Learns a ladder in a thread of its own: takes a `LadderOrder`, answers the `Ladder`. */
import { workerData } from 'node:worker_threads'
import { buildLadder, type LadderOrder } from '#app/orion/pool/build_ladder'
import { answer } from '#app/orion/threads/in_thread'

answer(buildLadder(workerData as LadderOrder))
