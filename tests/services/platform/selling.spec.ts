import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import type { Assert } from '@japa/assert'
import { sql } from '#app/platform/database/sql'
import { repeats } from '#tests/depth'
import { hasRedisServer, startFullRedis } from '#tests/services/platform/full_redis'
import { redisLine } from '#tests/services/platform/redis_line'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { ShopProcess } from '#tests/support/shop_process'
import { assertBooks } from '#tests/support/stock'
import { buy, type Request } from '../../../bench/purchase.js'

/** Every limit counts in Redis, and keeps nobody from buying. What is refilled slowly is there to be seen for a while. */
const LIMITS = {
  RATE_LIMIT_STORE: 'redis',
  RATE_LIMITS: 'guest=600/min:60000,auth=600/min:60000',
}
/** Carts that become orders, so many a second. */
const RATE = 5
const SECONDS = repeats(6, 60)

test.group('A shop that sells while Redis fails', (group) => {
  group.tap((each) => each.skip(!process.env.REDIS_URL, 'REDIS_URL is not set'))

  let line: Awaited<ReturnType<typeof redisLine>>
  let sku: string

  group.each.setup(async () => {
    if (!process.env.REDIS_URL) return async () => {}
    await emptyCatalogue()
    await sql('truncate outbox')
    ;({ sku } = await createProduct({ stock: 100_000 }))
    line = await redisLine()
    await once(line.client, 'ready')
    return async () => {
      line.client.disconnect()
      await line.proxy.stop()
      await emptyCatalogue()
    }
  })
  group.each.timeout(300_000)

  async function open(url = cuttable()) {
    return ShopProcess.start({ ...LIMITS, REDIS_URL: url })
  }

  /** The Redis of the tests, over the line that can be cut. */
  function cuttable() {
    const url = new URL(process.env.REDIS_URL!)
    url.host = `127.0.0.1:${line.proxy.port}`
    return url.href
  }

  /** Sells for so many seconds. Resolves with the numbers that buyers were told, and what others were told instead. */
  async function sell(shop: ShopProcess, seconds: number) {
    const numbers: string[] = []
    const failures: string[] = []
    const buyers: Promise<void>[] = []
    for (let n = 0; n < seconds * RATE; n++) {
      const buyer = buy(<Data>(request: Request) => ask<Data>(shop, request), sku, 'cod')
      buyers.push(
        buyer.then(
          (number) => void numbers.push(number),
          (error: Error) => void failures.push(error.message)
        )
      )
      await sleep(1_000 / RATE)
    }
    await Promise.all(buyers)
    return { numbers, failures }
  }

  /** Whoever was told of an order has it, what follows from it is on its way, and the books are right. */
  async function assertNothingLost(assert: Assert, numbers: string[]) {
    const orders = await sql<{ number: string }>('select number from orders')
    assert.includeMembers(
      orders.map(({ number }) => number),
      numbers
    )
    const placed = await sql(`select id from outbox where type = 'order.placed'`)
    assert.lengthOf(placed, orders.length)
    await assertBooks(assert)
  }

  test('REDIS-01: absent from the start, the shop says so and sells', async ({
    assert,
    cleanup,
  }) => {
    await line.proxy.set({ down: true })
    const shop = await open()
    cleanup(shop.end)
    const ready = await fetch(`${shop.url}/health/ready`)
    const { status } = (await ready.json()) as { status: string }
    assert.deepEqual([ready.status, status], [200, 'degraded'])

    const { numbers, failures } = await sell(shop, 20 / RATE)
    assert.deepEqual(failures, [])
    assert.lengthOf(numbers, 20)
    await assertNothingLost(assert, numbers)
  })

  test('REDIS-02: gone for a third of the time and back again, 99 of 100 buy', async ({
    assert,
    cleanup,
  }) => {
    const shop = await open()
    cleanup(shop.end)
    const selling = sell(shop, SECONDS)
    await sleep((SECONDS * 1_000) / 3)
    assert.isNotEmpty(await line.client.keys('shop:bucket:*'), 'limits count in Redis')
    await line.proxy.set({ down: true })
    await sleep((SECONDS * 1_000) / 3)
    await line.proxy.set({})
    const { numbers, failures } = await selling
    assert.isAtLeast(numbers.length, 0.99 * SECONDS * RATE, failures.join('\n'))
    await assertNothingLost(assert, numbers)
  })

  test('REDIS-03: emptied again and again, no order, job or reservation is lost', async ({
    assert,
    cleanup,
  }) => {
    const shop = await open()
    cleanup(shop.end)
    const selling = sell(shop, SECONDS)
    let isOver = false
    void selling.then(() => (isOver = true))
    while (!isOver) {
      await sleep(repeats(500, 5_000))
      await line.client.flushdb()
    }
    const { numbers, failures } = await selling
    assert.deepEqual(failures, [])
    await assertNothingLost(assert, numbers)
  })

  test('REDIS-05: with a Redis that is full everybody buys, and no job is lost', async ({
    assert,
    cleanup,
  }) => {
    const full = await startFullRedis()
    cleanup(full.stop)
    const shop = await open(full.url)
    cleanup(shop.end)
    const { numbers, failures } = await sell(shop, SECONDS)
    assert.deepEqual(failures, [])
    await assertNothingLost(assert, numbers)
  }).skip(!hasRedisServer, 'redis-server is not installed')
})

async function ask<Data>(shop: ShopProcess, { method, path, headers, json }: Request) {
  const response = await fetch(`${shop.url}/api/v1/${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(json),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${response.status} ${path}: ${text}`)
  const { data } = JSON.parse(text) as { data: Data }
  return data
}
