import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { sql } from '#app/platform/database/sql'
import { repeats } from '#tests/depth'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import {
  ADDRESS,
  codeIn,
  complete,
  completionStatus,
  filledCart,
  orderIn,
  readyCheckout,
  readyCheckoutOf,
} from '#tests/support/purchases'
import { assertBooks, levelsOf } from '#tests/support/stock'

const SESSIONS = '/api/v1/checkout/sessions'
const STEP = `${SESSIONS}/{id}`

test.group('Checkout', (group) => {
  group.each.setup(() => emptyCatalogue())
  group.each.teardown(() => emptyCatalogue())

  test('what came into the cart after the checkout began stays in it', async ({
    client,
    assert,
  }) => {
    const { product, token } = await filledCart(2, { stock: 9 })
    const id = await readyCheckoutOf({ token })
    await client
      .post('/api/v1/cart/items')
      .header('X-Cart-Token', token)
      .json({ sku: product.sku, quantity: 3 })
    const bought = await complete(id, randomUUID())
    assert.equal(bought.status, 201, bought.text)
    const cart = await client.get('/api/v1/cart').header('X-Cart-Token', token)
    assert.deepEqual(
      cart.body().data.items.map(({ quantity }: { quantity: number }) => quantity),
      [3]
    )
  })

  test('a guest buys, paying on delivery', async ({ client, assert }) => {
    const { product, token } = await filledCart(2, { price: 89_900, stock: 5 })
    const begun = await client.post(SESSIONS).header('X-Cart-Token', token)
    begun.assertStatus(201)
    assertDescribed(SESSIONS, 'post', begun)
    const { id, totals } = begun.body().data
    assert.equal(totals.total.amount, 179_800)
    assert.containSubset(await levelsOf(product.id), [{ onHand: 5, reserved: 2 }])

    const addressed = await client.put(`${SESSIONS}/${id}/shipping-address`).json({
      ...ADDRESS,
      governorate: 'صفاقس',
      delegation: 'sakiet ezzit',
    })
    assertDescribed(`${STEP}/shipping-address`, 'put', addressed)
    assert.containSubset(addressed.body().data.shippingAddress, {
      governorate: 'TN-61',
      delegation: 'Sakiet Ezzit',
      phone: '+21620123456',
    })
    const options = await client.get(`${SESSIONS}/${id}/shipping-options`)
    assertDescribed(`${STEP}/shipping-options`, 'get', options)
    const chosen = await client
      .put(`${SESSIONS}/${id}/shipping-option`)
      .json({ optionId: options.body().data[0].id })
    assertDescribed(`${STEP}/shipping-option`, 'put', chosen)
    assert.containSubset(chosen.body().data.totals, {
      shipping: { amount: 8_000 },
      total: { amount: 187_800 },
      tax: { amount: 29_985 },
    })
    const seen = await client.get(`${SESSIONS}/${id}`)
    assertDescribed(STEP, 'get', seen)
    assert.deepEqual(seen.body(), chosen.body())

    const done = await client
      .post(`${SESSIONS}/${id}/complete`)
      .header('Idempotency-Key', randomUUID())
      .json({ paymentMethod: 'cod', email: 'amel@example.tn' })
    done.assertStatus(201)
    assertDescribed(`${STEP}/complete`, 'post', done)
    const { order, payment } = done.body().data
    assert.match(order.number, /^SAP-\d{4}-\d{6}$/)
    assert.deepEqual(order.totals, chosen.body().data.totals)
    assert.containSubset(payment, { method: 'cod', state: 'to_confirm', redirectUrl: null })
    assert.deepEqual(payment.amount, order.totals.total)
    assert.containSubset(await levelsOf(product.id), [{ onHand: 5, reserved: 2 }])
    const cart = await client.get('/api/v1/cart').header('X-Cart-Token', token)
    assert.isEmpty(cart.body().data.items)
    await assertBooks(assert)
  })

  test('what is gone is named, and nothing is held', async ({ client, assert }) => {
    const scarce = await filledCart(3, { stock: 2 })
    const refused = await client.post(SESSIONS).header('X-Cart-Token', scarce.token)
    refused.assertStatus(409)
    assertDescribed(SESSIONS, 'post', refused)
    assert.containSubset(refused.body(), {
      code: 'out_of_stock',
      lines: [{ sku: scarce.sku, quantity: 3, available: 2 }],
    })
    assert.deepEqual(await sql('select id from reservations'), [])
    const empty = await client.post(SESSIONS)
    empty.assertStatus(409)
    assert.equal(empty.body().code, 'cart_empty')
  })

  test('beginning again renews the session: nobody is in the own way', async ({
    client,
    assert,
  }) => {
    const { token, product } = await filledCart(1, { stock: 1 })
    const first = await client.post(SESSIONS).header('X-Cart-Token', token)
    const second = await client.post(SESSIONS).header('X-Cart-Token', token)
    second.assertStatus(201)
    assert.equal(second.body().data.id, first.body().data.id)
    assert.containSubset(await levelsOf(product.id), [{ onHand: 1, reserved: 1 }])
  })

  test('another governorate opens the choice of shipping again', async ({ client, assert }) => {
    const { sku } = await createProduct({ price: 10_000 })
    const id = await readyCheckout([{ sku, quantity: 1 }])
    const moved = await client
      .put(`${SESSIONS}/${id}/shipping-address`)
      .json({ ...ADDRESS, governorate: 'Tozeur', delegation: 'Nefta' })
    assert.containSubset(moved.body().data, {
      shippingOption: null,
      totals: { shipping: null, total: { amount: 10_000 } },
    })
    const early = await complete(id)
    assert.equal(early.status, 409)
    assert.equal(codeIn(early), 'checkout_incomplete')
  })

  test('places and telephones that nobody has are refused, field by field', async ({
    client,
    assert,
  }) => {
    const { token } = await filledCart()
    const begun = await client.post(SESSIONS).header('X-Cart-Token', token)
    const path = `${SESSIONS}/${begun.body().data.id}/shipping-address`
    const fields = async (body: object) => {
      const response = await client.put(path).json({ ...ADDRESS, ...body })
      response.assertStatus(422)
      assertDescribed(`${STEP}/shipping-address`, 'put', response)
      return response.body().errors.map(({ field }: { field: string }) => field)
    }
    assert.deepEqual(await fields({ governorate: 'Paris', phone: '1' }), ['phone', 'governorate'])
    assert.deepEqual(await fields({ delegation: 'La Marsa' }), ['delegation'])
    assert.deepEqual(await fields({ postalCode: '30' }), ['postalCode'])
    for (const id of [randomUUID(), 'x', '0']) {
      const unknown = await client.get(`${SESSIONS}/${id}`)
      unknown.assertStatus(404)
    }
  })

  test('what is left empty of an address is not said', async ({ client, assert }) => {
    const { token } = await filledCart()
    const begun = await client.post(SESSIONS).header('X-Cart-Token', token)
    const path = `${SESSIONS}/${begun.body().data.id}`
    const given = await client
      .put(`${path}/shipping-address`)
      .json({ ...ADDRESS, postalCode: '', notes: '' })
    given.assertStatus(200)
    const { postalCode, notes } = given.body().data.shippingAddress
    assert.deepEqual({ postalCode, notes }, { postalCode: null, notes: null })
    await client.put(`${path}/shipping-option`).json({ optionId: 'home' })
    const placed = await complete(begun.body().data.id, randomUUID(), {
      ...{ paymentMethod: 'cod', email: '' },
    })
    assert.equal(placed.status, 201, placed.text)
  })

  test('INV-10: a total that the buyer has not seen is never ordered', async ({ assert }) => {
    const amount = fc.integer({ min: 1, max: 1_000_000 })
    const property = fc.asyncProperty(amount, amount, async (before, after) => {
      const { id, sku } = await createProduct({ price: before })
      const session = await readyCheckout([{ sku, quantity: 2 }])
      await sql('update products set price = $2 where id = $1', [id, after])

      const first = await complete(session)
      if (before !== after) {
        assert.equal(first.status, 409)
        assert.containSubset(JSON.parse(first.text), {
          code: 'price_changed',
          before: { amount: 2 * before + 8_000 },
          total: { amount: 2 * after + 8_000 },
        })
      }
      const placed = before === after ? first : await complete(session)
      assert.equal(placed.status, 201)
      assert.equal(orderIn(placed).totals.total.amount, 2 * after + 8_000)
    })
    await fc.assert(property, { numRuns: repeats(20, 1_000) })
    await assertBooks(assert)
  })

  test('a dearer delivery is seen before it is paid, too', async ({ assert, cleanup }) => {
    const { sku } = await createProduct()
    const id = await readyCheckout([{ sku, quantity: 1 }])
    const setRate = (price: number) =>
      sql(
        `update shipping_rates set price = $1 where option_code = 'home' and governorate = 'TN-61'`,
        [price]
      )
    cleanup(async () => {
      await setRate(8_000)
    })
    await setRate(9_500)
    const refused = await complete(id)
    assert.equal(codeIn(refused), 'price_changed')
    assert.equal(await completionStatus(id), 201)
  })

  test('after 15 minutes it completes when the pieces are still there, and not when they are gone', async ({
    assert,
  }) => {
    const { id, sku } = await createProduct({ stock: 1 })
    const slow = await filledCart(1)
    const slowId = await readyCheckoutOf(slow)
    const lateId = await readyCheckout([{ sku, quantity: 1 }])
    await sql(`update reservations set expires_at = now() - interval '1 second'`)
    assert.equal(await completionStatus(slowId), 201)

    const quick = await readyCheckout([{ sku, quantity: 1 }])
    const refused = await complete(lateId)
    assert.equal(refused.status, 409)
    assert.containSubset(JSON.parse(refused.text), {
      code: 'out_of_stock',
      lines: [{ sku, quantity: 1, available: 0 }],
    })
    assert.equal(await completionStatus(quick), 201)
    assert.containSubset(await levelsOf(id), [{ onHand: 1, reserved: 1 }])
    await assertBooks(assert)
  })

  test('pieces that a stock-take has taken cannot be ordered any more', async ({ assert }) => {
    const { id, sku } = await createProduct({ stock: 1 })
    const session = await readyCheckout([{ sku, quantity: 1 }])
    await sql(
      `select count_stock($1, (select id from locations where is_default), 0, 'x', 'test')`,
      [id]
    )
    assert.equal(codeIn(await complete(session)), 'out_of_stock')
    await assertBooks(assert)
  })

  test('what is not sold any more cannot be ordered', async ({ assert }) => {
    const { id, sku } = await createProduct()
    const session = await readyCheckout([{ sku, quantity: 1 }])
    await sql('delete from product_listings where product_id = $1', [id])
    assert.equal(codeIn(await complete(session)), 'out_of_stock')
  })

  test('a checkout is ordered once, whatever the key', async ({ assert }) => {
    const { sku } = await createProduct()
    const id = await readyCheckout([{ sku, quantity: 1 }])
    assert.equal(await completionStatus(id), 201)
    const again = await complete(id)
    assert.equal(again.status, 409)
    assert.equal(codeIn(again), 'checkout_completed')
  })
})

test.group('Idempotency', (group) => {
  group.each.setup(() => emptyCatalogue())
  group.each.teardown(() => emptyCatalogue())

  const ready = async () => {
    const { sku } = await createProduct({ stock: 100 })
    return readyCheckout([{ sku, quantity: 1 }])
  }
  const orders = async () => {
    const [{ n }] = await sql<{ n: number }>('select count(*)::int as n from orders')
    return n
  }

  test('IDEM-01: the same request fifty times at once: one order, one answer', async ({
    assert,
  }) => {
    const [id, key] = [await ready(), randomUUID()]
    const answers = await Promise.all(
      Array.from({ length: repeats(20, 50) }, () => complete(id, key))
    )
    assert.includeMembers([201, 409], [...new Set(answers.map(({ status }) => status))])
    const busy = answers.filter(({ status }) => status === 409)
    assert.isTrue(busy.every((answer) => codeIn(answer) === 'idempotency_in_progress'))
    assert.isTrue(busy.every(({ headers }) => headers.get('retry-after') === '1'))
    const late = await complete(id, key)
    assert.equal(late.headers.get('idempotency-replayed'), 'true')
    const bodies = new Set(
      [...answers, late].filter(({ status }) => status === 201).map(({ text }) => text)
    )
    assert.equal(bodies.size, 1)
    assert.equal(await orders(), 1)
    await assertBooks(assert)
  })

  test('IDEM-02: the same key with another body is refused', async ({ assert }) => {
    const [id, key] = [await ready(), randomUUID()]
    await complete(id, key)
    const other = await complete(id, key, { paymentMethod: 'transfer' })
    assert.equal(other.status, 422)
    assert.equal(codeIn(other), 'idempotency_key_reused')
    assert.equal(await orders(), 1)
    await assertBooks(assert)
  })

  test('IDEM-03: without a key, or with one that is none, nothing happens', async ({
    client,
    assert,
  }) => {
    const id = await ready()
    const missing = await client.post(`${SESSIONS}/${id}/complete`).json({ paymentMethod: 'cod' })
    missing.assertStatus(400)
    assertDescribed(`${STEP}/complete`, 'post', missing)
    for (const key of ['', 'x'.repeat(256), 'é', 'a b']) {
      assert.equal(await completionStatus(id, key), 400, key)
    }
    assert.equal(await orders(), 0)
    assert.equal(await completionStatus(id, 'x'.repeat(255)), 201)
    await assertBooks(assert)
  })

  test('IDEM-04: the key of one buyer tells another one nothing', async ({ assert }) => {
    const [one, other, key] = [await ready(), await ready(), randomUUID()]
    const first = await complete(one, key)
    const second = await complete(other, key)
    assert.equal(second.status, 201)
    assert.notEqual(orderIn(second).number, orderIn(first).number)
    assert.isNull(second.headers.get('idempotency-replayed'))
    await assertBooks(assert)
  })

  test('a failure of ours is not kept: the same key completes', async ({ assert, cleanup }) => {
    const [id, key] = [await ready(), randomUUID()]
    const mend = () => sql('drop trigger if exists fail on order_events')
    cleanup(async () => {
      await mend()
    })
    await sql(`create trigger fail before insert on order_events
      for each row execute function refuse_rewriting()`)
    assert.isAtLeast(await completionStatus(id, key), 500)
    assert.equal(await orders(), 0)
    await assertBooks(assert)
    await mend()
    assert.equal(await completionStatus(id, key), 201)
    assert.equal(await orders(), 1)
  })

  test('DB-08: what conflicts again and again is given up after three more tries, and the same key completes', async ({
    client,
    assert,
    cleanup,
  }) => {
    const [id, key] = [await ready(), randomUUID()]
    cleanup(() => sql('drop schema conflicts cascade').then(() => {}))
    await sql('create schema conflicts')
    await sql('create sequence conflicts.tries')
    await sql(`create function conflicts.arise() returns trigger language plpgsql as $$
      begin
        perform nextval('conflicts.tries');
        raise exception 'somebody else was first' using errcode = '40P01';
      end $$`)
    await sql(`create trigger arise before insert on order_events
      for each row execute function conflicts.arise()`)
    const refused = await complete(id, key)
    assert.equal(refused.status, 503, refused.text)
    assert.isNotNull(refused.headers.get('retry-after'))
    const [{ tries }] = await sql<{ tries: number }>(
      'select last_value as tries from conflicts.tries'
    )
    assert.equal(tries, 4)
    const metrics = await client.get('/metrics')
    assert.match(metrics.text(), /^database_conflicts_total\{outcome="given_up"\} [1-9]/m)
    assert.equal(await orders(), 0)
    await assertBooks(assert)
    await sql('drop trigger arise on order_events')
    assert.equal(await completionStatus(id, key), 201)
    assert.equal(await orders(), 1)
  })

  test('a refusal is kept, byte for byte; what is not valid is not', async ({ assert }) => {
    const { id: product, sku } = await createProduct({ price: 10_000 })
    const [id, key] = [await readyCheckout([{ sku, quantity: 1 }]), randomUUID()]
    assert.equal(await completionStatus(id, key, { paymentMethod: 'konnect' }), 422)
    await sql('update products set price = 11000 where id = $1', [product])
    const refused = await complete(id, key)
    const again = await complete(id, key)
    assert.equal(codeIn(refused), 'price_changed')
    assert.equal(again.text, refused.text)
    assert.equal(again.headers.get('content-type'), refused.headers.get('content-type'))
    assert.equal(await completionStatus(id), 201)
  })
})
