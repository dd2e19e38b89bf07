import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { SmallDisk } from '#tests/faults/database/small_disk'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { codeIn, complete, orderIn, readyCheckout } from '#tests/support/purchases'
import { ShopProcess } from '#tests/support/shop_process'
import { assertBooks, levelsOf } from '#tests/support/stock'

const LEFT_KB = 64
const BUYERS = 3
/** So many orders need more than is left. */
const MOST = 400
const STOCK = 1_000

type Bought = { checkout: string; key: string; status: number; text: string; number?: string }

const reason = await SmallDisk.missing()

test.group('A disk that is really full', (group) => {
  group.each.timeout(280_000)
  group.each.setup(async () => {
    await emptyCatalogue()
    return () => emptyCatalogue()
  })

  test('DB-07: checkouts fill it; what was acknowledged stays, the rest is told to come back and orders once', async ({
    assert,
    cleanup,
  }) => {
    const disk = new SmallDisk()
    cleanup(disk.end)
    await disk.hold(['orders', 'order_lines', 'order_events'])
    const shop = await ShopProcess.start({ RATE_LIMITS: 'off' })
    cleanup(shop.end)
    const { id: productId, sku } = await createProduct({ stock: STOCK })
    disk.fill(LEFT_KB)

    const bought: Bought[] = []
    await Promise.all(Array.from({ length: BUYERS }, () => buyUntilFull(sku, bought, shop.url)))
    const placed = bought.filter(({ status }) => status === 201)
    const refused = bought.filter(({ status }) => status !== 201)
    assert.isAbove(placed.length, 0)
    assert.isAbove(refused.length, 0, `${MOST} orders did not fill ${LEFT_KB} kB`)
    for (const { status, text } of refused) {
      assert.equal(status, 503, text)
      assert.equal(codeIn({ text } as Parameters<typeof codeIn>[0]), 'unavailable')
    }
    assert.deepEqual(await numbersInBooks(), numbersOf(placed))
    await assertBooks(assert)

    disk.clear()
    await sql('update idempotency_keys set locked_until = now()')
    for (const one of refused) {
      for (let nth = 0; nth < 2; nth++) {
        const again = await complete(one.checkout, one.key, undefined, shop.url)
        assert.equal(again.status, 201, again.text)
        one.number = orderIn(again).number
      }
    }
    assert.deepEqual(await numbersInBooks(), numbersOf(bought))
    const [level] = await levelsOf(productId)
    assert.equal(level.reserved, bought.length)
    await assertBooks(assert)
  }).skip(reason !== undefined, reason)
})

/** One buyer after the other, until somebody is refused. */
async function buyUntilFull(sku: string, bought: Bought[], url: string) {
  while (bought.length < MOST && bought.every(({ status }) => status === 201)) {
    const checkout = await readyCheckout([{ sku, quantity: 1 }])
    const key = randomUUID()
    const answer = await complete(checkout, key, undefined, url)
    const { status, text } = answer
    const number = status === 201 ? orderIn(answer).number : undefined
    bought.push({ checkout, key, status, text, number })
  }
}

const numbersOf = (bought: Bought[]) => bought.map(({ number }) => number).toSorted()

async function numbersInBooks() {
  const rows = await sql<{ number: string }>('select number from orders')
  return rows.map(({ number }) => number).toSorted()
}
