import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Agent } from 'undici'
import { emitProductsChanged } from '#app/catalogue/products/products_changed'
import type Product from '#app/catalogue/products/product'
import { sql } from '#app/platform/database/sql'
import { publish } from '#app/platform/events/outbox'
import { preparePgBoss } from '#app/platform/jobs/prepare'
import { repeats } from '#tests/depth'
import { createLedger } from '#tests/platform_faults/test_jobs'
import '#tests/platform_faults/test_listeners'
import { WorkerFleet } from '#tests/platform_faults/worker_fleet'
import {
  createBrand,
  createCategory,
  createProduct,
  emptyCatalogue,
} from '#tests/support/catalogue'
import { ShopProcess } from '#tests/support/shop_process'
import { waitUntil } from '#tests/wait_until'

/** `SOAK_MINUTES` makes a deep run shorter or longer. */
const SECONDS = repeats(15, Number(process.env.SOAK_MINUTES ?? 30) * 60)
const RATE = repeats(30, 60)
const MB = 1024 * 1024
/** Memory settles while the code is compiled and the cache fills; half an hour leaves time for that. */
const GROWTH = repeats(60, 15) * MB
/** A slow machine fills its pools for as long as the short run takes: it only tells that from what never ends. */
const MORE_CONNECTIONS = repeats(25, 5)
const MORE_FILES = repeats(50, 10)

test.group('Soak', (group) => {
  group.setup(async () => {
    await preparePgBoss()
    await createLedger()
    await sql('truncate outbox')
  })
  group.teardown(async () => {
    await sql('drop schema tests cascade')
    await emptyCatalogue()
  })

  test(`SOAK-01: visitors, writers, events and jobs for ${SECONDS} seconds: no error, and nothing grows`, async ({
    assert,
    cleanup,
  }) => {
    const products = await openShop()
    const shop = await ShopProcess.start()
    cleanup(shop.end)
    const fleet = new WorkerFleet()
    cleanup(() => fleet.killAll())
    const worker = await fleet.start(
      '#tests/platform_faults/test_listeners',
      '--relay',
      '--schedule'
    )
    const pids = [shop.child.pid!, worker.pid!]
    const visitors = new Visitors(shop.url, products)

    const samples: Sample[] = []
    const end = Date.now() + SECONDS * 1_000
    for (let second = 0; Date.now() < end; second++) {
      const next = sleep(1_000)
      visitors.ask(RATE)
      await write(products[second % products.length], second)
      samples.push(await measure(pids))
      await next
    }
    await visitors.leave()
    await waitUntil('the relay', async () => {
      const left = await sql('select id from outbox where relayed_at is null')
      return left.length === 0
    })

    assert.deepEqual(visitors.failed, [])
    assert.isAbove(visitors.answered, (SECONDS * RATE * 0.9) / repeats(10, 1))
    const [early, late] = [fifth(samples, 1), fifth(samples, 4)]
    for (const [index, name] of ['web', 'worker'].entries()) {
      const memory = (part: Sample[]) => median(part.map((sample) => sample.memory[index]))
      const files = (part: Sample[]) => median(part.map((sample) => sample.files[index]))
      assert.isBelow(memory(late) - memory(early), GROWTH, `memory of ${name}`)
      assert.isAtMost(files(late) - files(early), MORE_FILES, `open files of ${name}`)
    }
    const of = (part: Sample[], what: 'connections' | 'leftovers') =>
      median(part.map((sample) => sample[what]))
    assert.isAtMost(of(late, 'connections') - of(early, 'connections'), MORE_CONNECTIONS)
    assert.isAtMost(of(late, 'leftovers') - of(early, 'leftovers'), 0)
    assert.deepEqual(shop.errors, [])
  }).timeout((SECONDS + 120) * 1_000)
})

interface Sample {
  /** Resident bytes and open files, by process. */
  memory: number[]
  files: number[]
  connections: number
  leftovers: number
}

async function openShop(): Promise<Product[]> {
  await emptyCatalogue()
  const brands = await Promise.all(['Bosch', 'Valeo', 'TRW'].map((name) => createBrand(name)))
  const category = await createCategory('freinage/plaquettes')
  const products: Product[] = []
  for (let n = 0; n < 40; n++) {
    const attributes = { cote: n % 2 ? 'gauche' : 'droit' }
    products.push(await createProduct({ brand: brands[n % 3], category, attributes }))
  }
  return products
}

/** A price that changes, and an event that tells of it. */
async function write(product: Product, second: number) {
  await db.transaction(async (trx) => {
    product.useTransaction(trx).merge({ price: 10_000 + second })
    await product.save()
    await emitProductsChanged([product.id], trx)
    await publish(trx, {
      type: 'test.happened',
      aggregate: 'thing',
      aggregateId: product.id,
      payload: { n: second },
    })
  })
}

async function measure(pids: number[]): Promise<Sample> {
  const [{ connections }] = await sql<{ connections: number }>(
    'select count(*)::int as connections from pg_stat_activity where datname = current_database()'
  )
  const memory = pids.map((pid) => {
    const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')
    return Number(pages) * 4_096
  })
  const files = pids.map((pid) => readdirSync(`/proc/${pid}/fd`).length)
  const leftovers = readdirSync(tmpdir()).filter((name) => name.startsWith('table-')).length
  return { memory, files, connections, leftovers }
}

/** Ask for what visitors look at; whatever is not answered with 200 or 304 is an error. */
class Visitors {
  readonly failed: string[] = []
  answered = 0
  readonly #agent = new Agent({ connections: 16, pipelining: 1 })
  readonly #paths: string[]
  #open = new Set<Promise<void>>()
  #next = 0

  constructor(
    private readonly url: string,
    products: Product[]
  ) {
    this.#paths = [
      ...['products', 'products/facets', 'brands', 'categories', 'categories/freinage'],
      ...['price', 'name', 'newest'].map((sort) => `products?sortBy=${sort}&limit=10`),
      ...['bosch', 'valeo', 'trw'].map((brand) => `products?brand=${brand}&inStock=true`),
      ...['bosch', 'valeo', 'trw'].map((brand) => `products/facets?brand=${brand}`),
      ...products.map(({ slug }) => `products/${slug}`),
    ]
  }

  /** So many requests, spread over a second. */
  ask(count: number) {
    for (let nth = 0; nth < count; nth++) {
      const visit = sleep((nth * 1_000) / count).then(() => this.#visit())
      this.#open.add(visit)
      void visit.then(() => this.#open.delete(visit))
    }
  }

  async leave() {
    await Promise.all(this.#open)
    await this.#agent.close()
  }

  async #visit() {
    const path = `/api/v1/${this.#paths[this.#next++ % this.#paths.length]}`
    try {
      const response = await this.#agent.request({ origin: this.url, path, method: 'GET' })
      await response.body.dump()
      if (response.statusCode === 200) this.answered++
      else this.failed.push(`${response.statusCode} ${path}`)
    } catch (error) {
      this.failed.push(`${(error as Error).message} ${path}`)
    }
  }
}

/** The n-th fifth of what was measured. */
const fifth = (samples: Sample[], n: number) => {
  const size = Math.floor(samples.length / 5)
  return samples.slice(n * size, (n + 1) * size)
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]
