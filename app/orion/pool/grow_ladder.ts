import { buildLadder, type LadderOrder } from '#app/orion/pool/build_ladder'
import { THREADS_FROM } from '#app/orion/pool/grow_forest'
import type { Ladder } from '#app/orion/pool/ladder'
import { inThread } from '#app/orion/threads/in_thread'

const THREAD = import.meta.resolve('./ladder_thread.js')

/** Learns a ladder, in a thread of its own where that is worth it: each tree follows from those before, one thread is all it takes. */
export async function growLadder(order: LadderOrder): Promise<Ladder> {
  const isSmall = order.rows.targets.length < THREADS_FROM
  return isSmall ? buildLadder(order) : inThread<Ladder>(THREAD, order)
}
