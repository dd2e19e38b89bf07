import { gunzipSync } from 'node:zlib'
import { Pool } from 'undici'
import { Latencies } from './latencies.js'

type Load = {
  origin: string
  connections: number
  seconds: number
  /** The path of the next request. */
  next: () => string
}

/** Asks as fast as the answers come, over a fixed number of connections. */
export async function closedLoop({ origin, connections, seconds, next }: Load) {
  const pool = new Pool(origin, { connections, pipelining: 1 })
  const latencies = new Latencies()
  const end = performance.now() + seconds * 1000
  const ask = async () => {
    while (performance.now() < end) await timed(pool, next(), latencies)
  }
  await Promise.all(Array.from({ length: connections }, ask))
  await pool.close()
  return latencies
}

/** One request; its duration counts from `since`, and only when the answer is good. */
export async function timed(
  pool: Pool,
  path: string,
  latencies: Latencies,
  {
    headers = {},
    since = performance.now(),
  }: { headers?: Record<string, string>; since?: number } = {}
): Promise<string> {
  try {
    const answer = await pool.request({ method: 'GET', path, headers })
    const bytes = Buffer.from(await answer.body.arrayBuffer())
    const milliseconds = performance.now() - since
    const isZipped = answer.headers['content-encoding'] === 'gzip'
    const text = (isZipped ? gunzipSync(bytes) : bytes).toString()
    const { statusCode } = answer
    if (statusCode < 400) latencies.add(milliseconds)
    else latencies.fail(`${statusCode} ${path} ${text.slice(0, 160)}`)
    return statusCode < 400 ? text : ''
  } catch (error) {
    latencies.fail(`${path} ${String(error)}`)
    return ''
  }
}
