import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** How long a load balancer gets to see that this process is not ready any more, in milliseconds. */
const NOTICE = Number(process.env.DRAIN_NOTICE_MS ?? 300)
/** How long requests under way get to finish. */
const PATIENCE = 25_000

let draining = false

/** True from the moment this process was asked to stop: it finishes what it has, and wants no more. */
export const isDraining = () => draining

/**
 * Prepares a web process for its end: readiness fails, every further answer
 * closes its connection, and stragglers are cut after 25 s.
 */
export async function drain(server: Server | undefined) {
  draining = true
  await sleep(NOTICE)
  if (!server) return
  setInterval(() => server.closeIdleConnections(), 100).unref()
  setTimeout(() => server.closeAllConnections(), PATIENCE).unref()
}
