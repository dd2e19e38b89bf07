import { FakeGateway } from '#tests/fakes/gateways/fake_gateway'
import { flowLoop } from '../flows.js'
import type { Latencies } from '../latencies.js'
import { measure } from '../measure.js'
import { buy } from '../purchase.js'
import type { Verdict } from '../report.js'
import type { Job } from './job.js'
import { stocked } from './stocked.js'

const CONNECTIONS = 8
const WARM_UP_SECONDS = 2
/** What a payment company takes to make its page. */
const GATEWAY_MS = 50

/** Orders paid at the door, of a thousand products and of one; then with a card, where a gateway is asked. */
export const checkout: Job = async ({ shop, database, seconds }) => {
  const skus = await stocked(database)
  const gateway = await FakeGateway.start('konnect')
  await gateway.behave({ delayMs: GATEWAY_MS })
  await shop.stopWeb()
  await shop.startWeb(gateway.settings)

  const samples = []
  const verdicts: Verdict[] = []
  for (const [state, method, wanted, goal] of [
    ['cash, 1,000 products', 'cod', skus, 150],
    ['cash, one product', 'cod', skus.slice(0, 1), 100],
    [`card, gateway of ${GATEWAY_MS} ms`, 'konnect', skus, undefined],
  ] as const) {
    let orders = 0
    const run = (duration: number, steps: Map<string, Latencies>) =>
      flowLoop({
        ...{ origin: shop.origin, connections: CONNECTIONS, seconds: duration, steps },
        flow: (ask) => buy(ask, wanted[orders++ % wanted.length], method),
      })
    await run(WARM_UP_SECONDS, new Map())
    const steps = new Map<string, Latencies>()
    const sample = { job: 'checkout', state, ...(await measure(shop, () => run(seconds, steps))) }
    samples.push(sample)
    const p95 = steps.get('complete')?.percentile(0.95) ?? Number.NaN
    verdicts.push(
      { what: `complete, p95, ${state}`, measured: p95, limit: 120, unit: 'ms' },
      { what: `checkout, errors, ${state}`, measured: sample.errors, limit: 0, unit: '' }
    )
    if (goal) {
      const measured = sample.perSecond
      verdicts.push({ what: `checkouts, ${state}`, measured, atLeast: goal, unit: '/s' })
    }
  }
  await shop.stopWeb()
  await gateway.stop()
  await shop.startWeb()
  return { samples, verdicts }
}
