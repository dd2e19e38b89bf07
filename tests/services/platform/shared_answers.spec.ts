import { once } from 'node:events'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { emitProductsChanged } from '#app/catalogue/products/products_changed'
import type Product from '#app/catalogue/products/product'
import { fingerprint } from '#app/platform/lifecycle/build_stamp'
import { promised, repeats } from '#tests/depth'
import type { Fault } from '#tests/faults/tcp_proxy'
import { redisLine } from '#tests/services/platform/redis_line'
import { createCategory, createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { ShopProcess } from '#tests/support/shop_process'
import { waitUntil } from '#tests/wait_until'

const PATHS = ['products', 'products/facets', 'brands', 'categories']

test.group('Answers shared through Redis', (group) => {
  group.tap((each) => each.skip(!process.env.REDIS_URL, 'REDIS_URL is not set'))

  let line: Awaited<ReturnType<typeof redisLine>>
  let shops: ShopProcess[]
  let product: Product

  group.each.setup(async () => {
    await emptyCatalogue()
    const category = await createCategory('freinage')
    product = await createProduct({ price: 10_000, category })
    line = await redisLine()
    await once(line.client, 'ready')
    const url = new URL(process.env.REDIS_URL!)
    url.host = `127.0.0.1:${line.proxy.port}`
    const start = () => ShopProcess.start({ REDIS_URL: url.href })
    shops = await Promise.all([start(), start()])
    return async () => {
      line.client.disconnect()
      for (const shop of shops) await shop.end()
      await line.proxy.stop()
    }
  })

  /** What both processes answer to everything, asked thrice: made, shared and kept. */
  async function answersOf(): Promise<string[]> {
    const answers: string[] = []
    for (let time = 0; time < 3; time++) {
      for (const path of [...PATHS, `products/${product.slug}`]) {
        for (const { url } of shops) {
          const response = await fetch(`${url}/api/v1/${path}`)
          answers.push(`${response.status} ${path} ${response.headers.get('etag')}`)
          await response.arrayBuffer()
        }
      }
    }
    return answers
  }

  async function changePrice(price: number) {
    await db.transaction(async (trx) => {
      await product.useTransaction(trx).merge({ price }).save()
      await emitProductsChanged([product.id], trx)
    })
  }

  /** Both tell it within two seconds of the change. */
  const priceIs = (price: number) => {
    const isTold = async () => {
      const told = await pricesOf()
      return told.every((amount) => amount === price)
    }
    return waitUntil(`the price ${price}`, isTold, promised(2_000) / 1_000)
  }

  const pricesOf = () =>
    Promise.all(
      shops.map(async ({ url }) => {
        const response = await fetch(`${url}/api/v1/products/${product.slug}`)
        const { data } = (await response.json()) as { data: { price: { amount: number } } }
        return data.price.amount
      })
    )

  test('two processes answer alike, and a write reaches both within two seconds', async ({
    assert,
  }) => {
    for (let round = 1; round <= repeats(3, 30); round++) {
      const answers = new Set(await answersOf())
      assert.lengthOf([...answers], PATHS.length + 1)
      assert.isTrue([...answers].every((answer) => answer.startsWith('200 ')))

      await changePrice(10_000 + round)
      await priceIs(10_000 + round)
    }
  })

  test('an answer of another version of the shop is nobody’s', async ({ assert }) => {
    const before = await line.client.keys('shop:answer:*')
    await answersOf()
    const after = await line.client.keys('shop:answer:*')
    const shared = after.filter((key) => !before.includes(key))
    assert.lengthOf(shared, PATHS.length + 1)
    const build = fingerprint(app.makePath()).slice(0, 16)
    for (const key of shared) assert.isTrue(key.startsWith(`shop:answer:${build}:`), key)
  })

  const outages: [string, Fault][] = [
    ['REDIS-02', { down: true }],
    ['REDIS-04', { latency: 2_000 }],
    ['REDIS-02', { blackhole: true }],
    ['REDIS-02', { reset: true }],
  ]
  for (const [id, fault] of outages) {
    const [what] = Object.keys(fault)
    test(`${id}: with Redis in a state of "${what}" answers come, and stay quick`, async ({
      assert,
    }) => {
      await answersOf()
      await line.proxy.set(fault)
      await changePrice(20_000)
      await priceIs(20_000)
      const times: number[] = []
      for (let n = 0; n < 40; n++) {
        const started = performance.now()
        assert.deepEqual(await pricesOf(), [20_000, 20_000])
        times.push(performance.now() - started)
      }
      assert.isBelow(times.toSorted((a, b) => a - b)[37], promised(350))

      await line.proxy.set({})
      await changePrice(30_000)
      await priceIs(30_000)
    })
  }

  test('REDIS-03: FLUSHALL at any moment costs an answer nothing but time', async ({ assert }) => {
    for (let flush = 0; flush < 20; flush++) {
      const [answers] = await Promise.all([answersOf(), line.client.flushdb()])
      assert.isTrue(answers.every((answer) => answer.startsWith('200 ')))
    }
  })
})
