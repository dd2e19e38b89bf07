import { closedLoop } from '../load.js'
import { measure } from '../measure.js'
import type { Sample } from '../report.js'
import type { Bench } from './job.js'

type Reads = {
  job: string
  connections: number
  /** The path of the n-th request; two different n never have the same cached answer. */
  cold: (n: number) => string
  /** Paths that are asked for over and over. */
  warm: string[]
}

const WARM_UP_SECONDS = 2

/** Two samples of the same reads: nothing cached, then everything cached. */
export async function reads({ shop, seconds }: Bench, { job, connections, cold, warm }: Reads) {
  const origin = shop.origin
  let asked = 0
  const loop = (duration: number, next: () => string) =>
    closedLoop({ origin, connections, seconds: duration, next })
  const never = () => cold(asked++)
  const again = () => warm[asked++ % warm.length]

  const samples: Sample[] = []
  for (const [state, next] of [
    ['cold', never],
    ['warm', again],
  ] as const) {
    await loop(WARM_UP_SECONDS, next)
    samples.push({ job, state, ...(await measure(shop, () => loop(seconds, next))) })
  }
  return samples
}

/** The limit on a p95, cold and warm. */
export function p95Verdicts(samples: Sample[], limits: Record<string, number>) {
  return samples
    .filter(({ state }) => state in limits)
    .flatMap(({ job, state, p95, errors }) => [
      { what: `${job}, p95 ${state}`, measured: p95, limit: limits[state], unit: 'ms' },
      { what: `${job}, errors ${state}`, measured: errors, limit: 0, unit: '' },
    ])
}
