import { flowLoop } from '../flows.js'
import type { Latencies } from '../latencies.js'
import { measure } from '../measure.js'
import { fillCart } from '../purchase.js'
import type { Job } from './job.js'
import { stocked } from './stocked.js'

const CONNECTIONS = 8
const WARM_UP_SECONDS = 2

/** New carts with a product each, of which a second piece is wanted. */
export const cart: Job = async ({ shop, database, seconds }) => {
  const skus = await stocked(database)
  let carts = 0
  const run = (duration: number, steps: Map<string, Latencies>) =>
    flowLoop({
      ...{ origin: shop.origin, connections: CONNECTIONS, seconds: duration, steps },
      flow: (ask) => fillCart(ask, skus[carts++ % skus.length]),
    })
  await run(WARM_UP_SECONDS, new Map())
  const steps = new Map<string, Latencies>()
  const sample = {
    job: 'cart',
    state: '2 writes',
    ...(await measure(shop, () => run(seconds, steps))),
  }
  const p95 = steps.get('cart write')!.percentile(0.95)
  return {
    samples: [sample],
    verdicts: [
      { what: 'cart write, p95', measured: p95, limit: 30, unit: 'ms' },
      { what: 'cart, errors', measured: sample.errors, limit: 0, unit: '' },
    ],
  }
}
