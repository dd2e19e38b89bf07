import { Pool } from 'undici'
import { Latencies } from './latencies.js'
import type { Ask } from './purchase.js'

type Flows = {
  origin: string
  connections: number
  seconds: number
  /** Several requests that make one operation. */
  flow: (ask: Ask) => Promise<unknown>
  /** Takes the durations of the requests, by step. */
  steps: Map<string, Latencies>
}

/** Runs one flow after the other on each of so many connections; the durations are those of whole flows. */
export async function flowLoop({ origin, connections, seconds, flow, steps }: Flows) {
  const pool = new Pool(origin, { connections, pipelining: 1 })
  const flows = new Latencies()
  const end = performance.now() + seconds * 1000
  const ask = asking(pool, steps)
  const run = async () => {
    while (performance.now() < end) {
      const started = performance.now()
      try {
        await flow(ask)
        flows.add(performance.now() - started)
      } catch (error) {
        flows.fail(String(error))
      }
    }
  }
  await Promise.all(Array.from({ length: connections }, run))
  await pool.close()
  return flows
}

function asking(pool: Pool, steps: Map<string, Latencies>): Ask {
  return async <Data>({ step, method, path, headers, json }: Parameters<Ask>[0]) => {
    const started = performance.now()
    const answer = await pool.request({
      ...{ method, path: `/api/v1/${path}`, body: JSON.stringify(json) },
      headers: { 'content-type': 'application/json', ...headers },
    })
    const text = await answer.body.text()
    if (answer.statusCode >= 400)
      throw new Error(`${answer.statusCode} ${path} ${text.slice(0, 200)}`)
    const durations = steps.get(step) ?? new Latencies()
    durations.add(performance.now() - started)
    steps.set(step, durations)
    return (JSON.parse(text) as { data: Data }).data
  }
}
