import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { type CartKey, tokenIn } from '#app/cart/cart_key'
import { putCoupon } from '#app/cart/coupon'
import { addToCart } from '#app/cart/write_cart'
import { cancelOrder } from '#app/orders/changing/cancel_order'
import { paymentOf } from '#app/payments/payment'
import { preparePgBoss } from '#app/platform/jobs/prepare'
import { repeats } from '#tests/depth'
import { Halt, type Point, pointsOf } from '#tests/faults/halt'
import { createLedger } from '#tests/platform_faults/test_jobs'
import { WorkerFleet } from '#tests/platform_faults/worker_fleet'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { assertLedger, confirmed, fakeGateway, paymentIn } from '#tests/support/payments'
import {
  ADDRESS,
  codeIn,
  complete,
  guestCart,
  orderIn,
  readyCheckout,
  readyCheckoutOf,
} from '#tests/support/purchases'
import { createCoupon, usesOf } from '#tests/support/promotions'
import { ShopProcess } from '#tests/support/shop_process'
import { assertBooks, createKit, levelsOf } from '#tests/support/stock'
import { waitUntil } from '#tests/wait_until'

const WITHOUT_LIMITS = { RATE_LIMITS: 'off' }
const COD = { paymentMethod: 'cod' }

const orderCount = async () => {
  const [{ n }] = await sql<{ n: number }>('select count(*)::int as n from orders')
  return n
}

/** How often the server has ended a circle of waiting, in this database. */
async function deadlocks() {
  const [{ n }] = await sql<{ n: number }>(
    'select deadlocks::int as n from pg_stat_database where datname = current_database()'
  )
  return n
}

test.group('Checkout under load', (group) => {
  let shop: ShopProcess

  group.setup(async () => {
    await preparePgBoss()
    shop = await ShopProcess.start(WITHOUT_LIMITS)
    return () => shop.end()
  })
  group.each.setup(() => emptyCatalogue())
  group.teardown(() => emptyCatalogue())

  type Ways = { pause?: () => Promise<void>; body?: object; base?: string }

  /** From the cart to the order, as a storefront does it, slowly if need be; resolves with the last answer. */
  async function purchase(
    token: string,
    { pause = async () => {}, body: wish = COD, base = shop.url }: Ways = {}
  ) {
    const send = async (method: string, path: string, body: object = {}) => {
      await pause()
      const response = await fetch(`${base}/api/v1/checkout/sessions${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'x-cart-token': token },
        body: JSON.stringify(body),
      })
      return { status: response.status, body: (await response.json()) as { data: { id: string } } }
    }
    const begun = await send('POST', '')
    if (begun.status !== 201) return { status: begun.status }
    const { id } = begun.body.data
    await send('PUT', `/${id}/shipping-address`, ADDRESS)
    await send('PUT', `/${id}/shipping-option`, { optionId: 'home' })
    await pause()
    return complete(id, randomUUID(), wish, base)
  }

  async function buy(token: string, pause?: () => Promise<void>): Promise<number> {
    const { status } = await purchase(token, { pause })
    return status
  }

  /** Everybody at once, over so many sockets; resolves with their answers. */
  async function buyAll(tokens: string[], ways: Ways = {}) {
    const waiting = [...tokens]
    const answers: Awaited<ReturnType<typeof purchase>>[] = []
    const socket = async () => {
      for (let token = waiting.pop(); token; token = waiting.pop())
        answers.push(await purchase(token, ways))
    }
    await Promise.all(Array.from({ length: repeats(50, 200) }, socket))
    return answers
  }

  test('INV-01: through the API, 50 pieces make 50 orders, and nobody meets an error', async ({
    assert,
  }) => {
    const { id, sku } = await createProduct({ stock: 50 })
    const buyers = repeats(80, 1_000)
    const tokens: string[] = []
    while (tokens.length < buyers) tokens.push(await guestCart(sku))

    const answers = await buyAll(tokens)
    const statuses = answers.map(({ status }) => status)
    const count = (wanted: number) => statuses.filter((status) => status === wanted).length
    assert.deepEqual([count(201), count(409)], [50, buyers - 50], statuses.join())
    assert.equal(await orderCount(), 50)
    assert.containSubset(await levelsOf(id), [{ onHand: 50, reserved: 50 }])
    await assertBooks(assert)
  })

  test('INV-01: by card as well, and the gateway has charged 50 times', async ({
    assert,
    cleanup,
  }) => {
    const gateway = await fakeGateway('konnect', cleanup)
    const own = await ShopProcess.start({ ...WITHOUT_LIMITS, ...gateway.settings })
    cleanup(own.end)
    const { id, sku } = await createProduct({ stock: 50 })
    const tokens: string[] = []
    while (tokens.length < repeats(80, 1_000)) tokens.push(await guestCart(sku))
    const answers = await buyAll(tokens, { base: own.url, body: { paymentMethod: 'konnect' } })
    const statuses = answers.map(({ status }) => status)
    assert.deepEqual(new Set(statuses), new Set([201, 409]))
    for (const answer of answers) {
      if (!('text' in answer) || answer.status !== 201) continue
      const payment = paymentIn(answer)
      const { gatewayRef } = await paymentOf(payment.id)
      await gateway.pay(gatewayRef!)
      const { state } = await confirmed(payment.id, own.url)
      assert.equal(state, 'paid')
    }
    assert.lengthOf(await gateway.entries('charge'), 50)
    assert.equal(await orderCount(), 50)
    assert.containSubset(await levelsOf(id), [{ onHand: 50, reserved: 50 }])
    await assertLedger(assert, gateway)
    await assertBooks(assert)
  })

  test('INV-02: through the API, the last piece is sold once, whoever waits between which requests', async ({
    assert,
  }) => {
    const pause = () => sleep(Math.random() * 50)
    for (let run = 0; run < repeats(2, 100); run++) {
      await emptyCatalogue()
      const { id, sku } = await createProduct({ stock: 1 })
      const tokens: string[] = []
      while (tokens.length < repeats(15, 1_000)) tokens.push(await guestCart(sku))
      const statuses = await Promise.all(tokens.map((token) => buy(token, pause)))
      assert.equal(statuses.filter((status) => status === 201).length, 1)
      assert.deepEqual(new Set(statuses), new Set([201, 409]))
      assert.equal(await orderCount(), 1)
      assert.containSubset(await levelsOf(id), [{ onHand: 1, reserved: 1 }])
      await assertBooks(assert)
    }
  }).timeout(3_600_000)

  test('INV-03: through the API, a kit and its part that are too much together are named, and nothing is held', async ({
    assert,
  }) => {
    const part = await createProduct({ stock: 3 })
    const kit = await createKit([part])
    const token = await guestCart(part.sku, 2)
    await addToCart({ token }, { sku: kit.sku, quantity: 2 })
    const refused = await fetch(`${shop.url}/api/v1/checkout/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-cart-token': token },
      body: '{}',
    })
    const { code, lines } = (await refused.json()) as { code: string; lines: { sku: string }[] }
    assert.deepEqual([refused.status, code], [409, 'out_of_stock'])
    assert.sameMembers(
      lines.map(({ sku }) => sku),
      [part.sku, kit.sku]
    )
    assert.deepEqual(await sql('select from reservations'), [])
    assert.deepEqual(await sql('select from checkout_sessions'), [])
    await assertBooks(assert)
  })

  test('INV-04: through the API, carts of many products in any order meet no error and wait in no circle', async ({
    assert,
  }) => {
    const products = await Promise.all(
      Array.from({ length: 50 }, () => createProduct({ stock: 12 }))
    )
    const tokens: string[] = []
    while (tokens.length < repeats(40, 500)) {
      let key: CartKey = { token: undefined }
      const some = [...products].sort(() => Math.random() - 0.5).slice(0, 5)
      for (const { sku } of some) {
        const quantity = 1 + Math.floor(Math.random() * 2)
        ;({ key } = await addToCart(key, { sku, quantity }))
      }
      tokens.push(tokenIn(key)!)
    }
    const before = await deadlocks()
    const statuses = await Promise.all(tokens.map((token) => buy(token)))
    assert.includeMembers([201, 409], [...new Set(statuses)])
    assert.equal(await orderCount(), statuses.filter((status) => status === 201).length)
    assert.isAbove(await orderCount(), 0)
    assert.equal(await deadlocks(), before)
    await assertBooks(assert)
  }).timeout(600_000)

  test('INV-05: who loses the last piece after the order was written leaves nothing behind', async ({
    assert,
  }) => {
    for (let run = 0; run < repeats(2, 50); run++) {
      await emptyCatalogue()
      const { sku } = await createProduct({ stock: 1 })
      const late = await readyCheckout([{ sku, quantity: 1 }])
      await sql(`update reservations set expires_at = now() - interval '1 second'`)
      const other = await readyCheckout([{ sku, quantity: 1 }])
      await sql(`update reservations set expires_at = now() - interval '1 second'`)

      const answers = await Promise.all(
        [late, other].map((id) => complete(id, randomUUID(), COD, shop.url))
      )
      const statuses = answers.map(({ status }) => status).sort((a, b) => a - b)
      assert.deepEqual(statuses, [201, 409])
      assert.equal(await orderCount(), 1)
      await assertBooks(assert)
    }
  })

  test('INV-11: a coupon for ten is given ten times, however many complete at once', async ({
    assert,
  }) => {
    const [uses, buyers] = [10, repeats(30, 500)]
    const { sku } = await createProduct({ stock: buyers, price: 40_000 })
    const { id, code } = await createCoupon({ maxUses: uses })
    const sessions: string[] = []
    for (let n = 0; n < buyers; n++) {
      const token = await guestCart(sku)
      await putCoupon({ token }, code)
      sessions.push(await readyCheckoutOf({ token }))
    }
    const answers = await Promise.all(
      sessions.map((session) => complete(session, randomUUID(), COD, shop.url))
    )
    const refused = answers.filter(({ status }) => status !== 201)
    assert.lengthOf(refused, buyers - uses)
    const codes = new Set(refused.map((answer) => codeIn(answer)))
    for (const told of codes) assert.include(['promotion_gone', 'price_changed'], told)
    assert.deepEqual(await usesOf(id), { uses, live: uses })
    assert.equal(await orderCount(), uses)

    // Who came too late sees the full price, and may buy at it; each cancellation makes room for one.
    const late = sessions.filter((_, index) => answers[index].status !== 201)
    const seen = await complete(late[0], randomUUID(), COD, shop.url)
    const again = seen.status === 201 ? seen : await complete(late[0], randomUUID(), COD, shop.url)
    assert.equal(orderIn(again).totals.total.amount > 40_000, true)
    const [won] = answers.filter(({ status }) => status === 201)
    await cancelOrder(orderIn(won).number, 'renoncé', 'guest')
    const rest = await Promise.all(
      late.slice(1, 6).map((session) => complete(session, randomUUID(), COD, shop.url))
    )
    assert.isAtMost(rest.filter(({ status }) => status === 201).length, 5)
    const { live } = await usesOf(id)
    assert.isAtMost(live, uses)
    await assertBooks(assert)
  }).timeout(300_000)

  test('OUT-02: whoever is told of an order finds it', async ({ assert, cleanup }) => {
    await createLedger()
    await sql('truncate outbox')
    const fleet = new WorkerFleet()
    cleanup(async () => {
      await fleet.killAll()
      await sql('drop schema tests cascade')
    })
    await fleet.start('#tests/faults/checkout/order_reader', '--relay')
    const orders = repeats(20, 2_000)
    const { sku } = await createProduct({ stock: orders })
    const placeSome = async () => {
      for (let n = 0; n < orders / 4; n++) {
        const id = await readyCheckout([{ sku, quantity: 1 }])
        await complete(id, randomUUID(), COD, shop.url)
      }
    }
    await Promise.all(Array.from({ length: 4 }, placeSome))
    const noted = () => sql<{ key: string }>('select key from tests.effects')
    const allNoted = async () => {
      const { length } = await noted()
      return length >= orders
    }
    await waitUntil('every event', allNoted)
    const keys = await noted()
    assert.deepEqual(new Set(keys.map(({ key }) => key)), new Set(['found']))
    await assertBooks(assert)
  })
})

/** Every commit and every wait of a completion, one after the other. */
const POINTS: Point[] = [
  { name: 'before the order', on: 'orders', when: 'before insert' },
  { name: 'between the order and its event', on: 'outbox', when: 'before insert' },
  { name: 'before the cart is emptied', on: 'cart_items', when: 'before delete' },
  { name: 'before the answer is kept', on: 'idempotency_keys', when: 'before update' },
  { name: 'before the stock is taken over', on: 'reservations', when: 'before update' },
  { name: 'before the commit', on: 'orders', when: 'at commit after insert' },
]

test.group('Checkout with kills', (group) => {
  /** Answers those whose first shop has died. */
  let next: ShopProcess

  group.setup(async () => {
    next = await ShopProcess.start(WITHOUT_LIMITS)
    return () => next.end()
  })
  group.each.setup(() => emptyCatalogue())
  group.teardown(() => emptyCatalogue())

  const ready = async () => {
    const { sku } = await createProduct({ stock: 2 })
    return readyCheckout([{ sku, quantity: 1 }])
  }
  const forgetClaim = () => sql('update idempotency_keys set locked_until = now()')

  test('INV-09: killed {name}: nothing is there, and the same key orders once')
    .with(pointsOf(POINTS))
    .run(async ({ assert, cleanup }, point) => {
      for (let run = 0; run < repeats(1, 20); run++) {
        const [id, key] = [await ready(), randomUUID()]
        const before = await orderCount()
        const victim = await ShopProcess.start(WITHOUT_LIMITS)
        cleanup(victim.end)
        const halt = await Halt.at(point)
        const lost = complete(id, key, COD, victim.url).catch(() => 'no answer')
        await halt.reached()
        await victim.stop('SIGKILL')
        await halt.cutOff()
        assert.equal(await lost, 'no answer')
        assert.equal(await orderCount(), before)
        await assertBooks(assert)

        await forgetClaim()
        const retried = await complete(id, key, COD, next.url)
        assert.equal(retried.status, 201, retried.text)
        const again = await complete(id, key, COD, next.url)
        assert.equal(again.text, retried.text)
        assert.equal(await orderCount(), before + 1)
        await assertBooks(assert)
      }
    })

  test('INV-09: killed after the commit, before the answer: the same key tells of the order', async ({
    assert,
    cleanup,
  }) => {
    for (let run = 0; run < repeats(1, 20); run++) {
      const [id, key, before] = [await ready(), randomUUID(), await orderCount()]
      const victim = await ShopProcess.start(WITHOUT_LIMITS)
      cleanup(victim.end)
      const answered = complete(id, key, COD, victim.url).catch(() => undefined)
      await waitUntil('the order', async () => (await orderCount()) > before)
      await victim.stop('SIGKILL')
      const first = await answered

      const retried = await complete(id, key, COD, next.url)
      assert.equal(retried.status, 201)
      assert.equal(retried.headers.get('idempotency-replayed'), 'true')
      if (first) assert.equal(first.text, retried.text)
      assert.equal(await orderCount(), before + 1)
      await assertBooks(assert)
    }
  })

  test('IDEM-05: while a dead one may still be at work its key is refused, and then taken up', async ({
    assert,
    cleanup,
  }) => {
    const [id, key] = [await ready(), randomUUID()]
    const victim = await ShopProcess.start(WITHOUT_LIMITS)
    cleanup(victim.end)
    const halt = await Halt.at(POINTS[0])
    const lost = complete(id, key, COD, victim.url).catch(() => 'no answer')
    await halt.reached()
    await victim.stop('SIGKILL')
    await halt.cutOff()
    await lost

    const early = await complete(id, key, COD, next.url)
    assert.equal(early.status, 409)
    assert.equal(codeIn(early), 'idempotency_in_progress')
    await forgetClaim()
    assert.isString(orderIn(await complete(id, key, COD, next.url)).number)
    assert.equal(await orderCount(), 1)
    await assertBooks(assert)
  })
})
