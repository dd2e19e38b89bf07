import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'undici'
import { Latencies } from '../latencies.js'
import { timed } from '../load.js'
import { measure } from '../measure.js'
import { megabytes } from '../report.js'
import { selections } from '../selections.js'
import { seeded, type ShopMap, Visitor } from '../visitor.js'
import type { Bench, Job } from './job.js'

const USERS = 500
/** Seconds until what is cached is what people ask for. */
const SETTLING = 60
const MEASURED = 30

/**
 * 500 visitors who browse. Arrivals are open: the next request of a visitor is
 * due 1 to 3 s after the last one was due, and its duration counts from then,
 * so that a slow answer does not hide the wait of those behind it.
 */
export const mixed: Job = async (bench) => {
  const { shop } = bench
  const crowd = new Crowd(shop.origin, await shopMap(bench))
  crowd.come()
  await sleep(SETTLING * 1000)
  const before = await lookups(shop.origin)
  const sample = await measure(shop, () => crowd.watch(MEASURED))
  const after = await lookups(shop.origin)
  await crowd.leave()

  const hits = after.hits - before.hits
  const asked = hits + after.misses - before.misses
  const uncached = sample.requests - hits
  return {
    samples: [{ job: 'mixed', state: `${USERS} users`, ...sample }],
    verdicts: [
      { what: 'mixed browsing, errors', measured: sample.errors, limit: 0, unit: '' },
      { what: 'mixed browsing, p95', measured: sample.p95, limit: 200, unit: 'ms' },
      {
        what: 'mixed browsing, lookups not in the cache',
        measured: (1 - hits / asked) * 100,
        limit: 20,
        unit: '%',
      },
      {
        what: 'memory of the web process',
        measured: megabytes(sample.webBytes),
        limit: 350,
        unit: 'MB',
      },
    ],
    notes: [
      `cache hit ratio ${percent(hits / asked)}; ${percent(uncached / sample.requests)} of the requests were answered from the database`,
    ],
  }
}

class Crowd {
  #pool: Pool
  #latencies = new Latencies()
  #gone = false
  #visits: Promise<void>[] = []

  constructor(
    origin: string,
    private readonly map: ShopMap
  ) {
    this.#pool = new Pool(origin, { connections: USERS, pipelining: 1 })
  }

  come() {
    this.#visits = Array.from({ length: USERS }, (_, n) => this.#visit(n))
  }

  /** What the visitors saw during so many seconds. */
  async watch(seconds: number) {
    this.#latencies = new Latencies()
    await sleep(seconds * 1000)
    return this.#latencies
  }

  async leave() {
    this.#gone = true
    await Promise.all(this.#visits)
    await this.#pool.close()
  }

  async #visit(number: number) {
    const visitor = new Visitor(number, this.map, seeded(number))
    let due = performance.now() + visitor.think()
    while (!this.#gone) {
      await sleep(Math.max(0, due - performance.now()))
      const path = visitor.nextPath()
      const headers = { 'x-forwarded-for': visitor.address, 'accept-encoding': 'gzip' }
      const text = await timed(this.#pool, path, this.#latencies, { headers, since: due })
      visitor.read(path, text)
      due += visitor.think()
    }
  }
}

async function shopMap({ database }: Bench): Promise<ShopMap> {
  const rows = await database.rows<{ slug: string }>('select slug from product_listings')
  return { selections: await selections(database), slugs: rows.map(({ slug }) => slug) }
}

async function lookups(origin: string) {
  const response = await fetch(`${origin}/metrics`)
  const text = await response.text()
  const of = (result: string) =>
    Number(
      new RegExp(`^cache_lookups_total\\{result="${result}"\\} (\\d+)`, 'm').exec(text)?.[1] ?? 0
    )
  return { hits: of('hit'), misses: of('miss') }
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`
