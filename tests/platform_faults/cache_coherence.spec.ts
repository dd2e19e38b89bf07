import { setTimeout as sleep } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { emitProductsChanged } from '#app/catalogue/products/products_changed'
import { promised, repeats } from '#tests/depth'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { ShopProcess } from '#tests/support/shop_process'

test.group('Cached answers', (group) => {
  let shops: ShopProcess[]

  group.setup(async () => {
    shops = await Promise.all([ShopProcess.start(), ShopProcess.start()])
    return async () => {
      for (const shop of shops) await shop.end()
    }
  })
  group.each.setup(() => emptyCatalogue())

  test('a write is visible on two processes within two seconds', async ({ assert }) => {
    const product = await createProduct({ price: 10_000 })
    const priceAt = async (shop: ShopProcess) => {
      const response = await fetch(`${shop.url}/api/v1/products/${product.slug}`)
      const { data } = (await response.json()) as { data?: { price: { amount: number } } }
      return data?.price.amount
    }

    for (let round = 1; round <= repeats(3, 50); round++) {
      await Promise.all(shops.map(priceAt))
      await db.transaction(async (trx) => {
        await product
          .useTransaction(trx)
          .merge({ price: 10_000 + round })
          .save()
        await emitProductsChanged([product.id], trx)
      })
      const deadline = Date.now() + promised(2_000)
      for (const shop of shops) {
        while ((await priceAt(shop)) !== 10_000 + round && Date.now() < deadline) await sleep(20)
        assert.equal(await priceAt(shop), 10_000 + round)
      }
    }
  })

  test('CACHE-01: five hundred cold readers cause at most two loads', async ({ assert }) => {
    const [shop] = shops
    const product = await createProduct()
    await sleep(1_200)
    const before = await misses(shop)

    const readers = Array.from({ length: 500 }, () =>
      fetch(`${shop.url}/api/v1/products/${product.slug}`).then((response) => response.status)
    )
    const statuses = new Set(await Promise.all(readers))

    assert.deepEqual([...statuses], [200])
    assert.isAtMost((await misses(shop)) - before, 2)
  })
})

async function misses(shop: ShopProcess): Promise<number> {
  const response = await fetch(`${shop.url}/metrics`)
  const [, count = '0'] =
    /cache_lookups_total\{result="miss"\} (\d+)/.exec(await response.text()) ?? []
  return Number(count)
}
