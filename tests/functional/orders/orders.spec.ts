import { test } from '@japa/runner'
import { changeOrder } from '#app/orders/changing/change_order'
import { rebuildOrders } from '#app/orders/changing/rebuild_orders'
import db from '@adonisjs/lucid/services/db'
import { sql } from '#app/platform/database/sql'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { runCommand } from '#tests/support/imports'
import { complete, orderIn, placedOrder, readyCheckout } from '#tests/support/purchases'
import { assertBooks, levelsOf } from '#tests/support/stock'

const ORDER = '/api/v1/orders/{number}'

const confirm = (number: string) =>
  db.transaction((trx) =>
    changeOrder(number, { type: 'order.confirmed', data: {} }, 'staff:1', trx)
  )

test.group('Orders of guests', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await sql('delete from rate_limits')
  })
  group.each.teardown(() => emptyCatalogue())

  test('its token opens an order, nothing else does', async ({ client, assert }) => {
    const [order, other] = [await placedOrder(), await placedOrder()]
    const seen = await client.get(`/api/v1/orders/${order.number}`).qs({ token: order.token })
    seen.assertStatus(200)
    assertDescribed(ORDER, 'get', seen)
    assert.containSubset(seen.body().data, {
      state: 'placed',
      contact: { phone: '+21620123456', delegation: 'Sakiet Ezzit' },
    })
    for (const token of [other.token, 'forged', order.number]) {
      const refused = await client.get(`/api/v1/orders/${order.number}`).qs({ token })
      refused.assertStatus(404)
    }
  })

  test('it is tracked by the end of the telephone, without whom it is for', async ({
    client,
    assert,
  }) => {
    const { number } = await placedOrder()
    const track = (phoneLast4: string, of = number) =>
      client.post('/api/v1/orders/track').json({ number: of, phoneLast4 })
    const seen = await track('3456')
    seen.assertStatus(200)
    assertDescribed('/api/v1/orders/track', 'post', seen)
    assert.notProperty(seen.body().data, 'contact')
    const wrong = await track('0000')
    wrong.assertStatus(404)
    const unknown = await track('3456', 'SAP-2026-999999')
    unknown.assertStatus(404)
    const nonsense = await track('12a4')
    nonsense.assertStatus(422)

    for (let guess = 0; guess < 9; guess++) await track(`000${guess}`)
    const many = await track('3456')
    many.assertStatus(429)
    assert.equal(many.body().code, 'too_many_guesses')
    assert.exists(many.header('retry-after'))
  })

  test('its number and the end of the telephone may be written as people write them', async ({
    client,
    assert,
  }) => {
    const { number, token } = await placedOrder()
    const [, year, running] = number.split('-')
    const eastern = running.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)])
    const written = [number.toLowerCase(), `SAP ${year} ${running}`, ` sap-${year} - ${eastern} `]
    for (const typed of written) {
      const seen = await client
        .post('/api/v1/orders/track')
        .json({ number: typed, phoneLast4: '٣٤٥٦' })
      seen.assertStatus(200)
      assert.equal(seen.body().data.number, number)
    }
    const opened = await client.get(`/api/v1/orders/${number.toLowerCase()}`).qs({ token })
    opened.assertStatus(200)
  })

  test('who bought may cancel until the shop confirms; the pieces are free again', async ({
    client,
    assert,
  }) => {
    const { id, sku } = await createProduct({ stock: 2 })
    const [first, second] = [
      orderIn(await complete(await readyCheckout([{ sku, quantity: 1 }]))),
      orderIn(await complete(await readyCheckout([{ sku, quantity: 1 }]))),
    ]
    const cancel = ({ number }: { number: string }, token: string) =>
      client.post(`/api/v1/orders/${number}/cancellation`).json({ token, reason: 'trop tard' })
    const foreign = await cancel(first, second.token)
    foreign.assertStatus(404)
    const cancelled = await cancel(first, first.token)
    cancelled.assertStatus(200)
    assertDescribed(`${ORDER}/cancellation`, 'post', cancelled)
    assert.containSubset(cancelled.body().data, {
      state: 'cancelled',
      paymentState: 'void',
      deliveryState: 'void',
    })
    const again = await cancel(first, first.token)
    again.assertStatus(200)
    assert.containSubset(await levelsOf(id), [{ onHand: 2, reserved: 1 }])

    await confirm(second.number)
    const late = await cancel(second, second.token)
    late.assertStatus(409)
    assert.equal(late.body().code, 'order_confirmed')
    await assertBooks(assert)
  })

  test('of two changes at the same moment one comes too late', async ({ assert }) => {
    const { number } = await placedOrder()
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => confirm(number)))
    assert.lengthOf(
      outcomes.filter(({ status }) => status === 'fulfilled'),
      1
    )
    const events = await sql(`select version, type from order_events order by version`)
    assert.deepEqual(events, [
      { version: 1, type: 'order.placed' },
      { version: 2, type: 'order.confirmed' },
    ])
  })

  test('orders are what their events say, and can be made from them again', async ({ assert }) => {
    const [{ number }] = [await placedOrder(), await placedOrder()]
    await confirm(number)
    assert.deepEqual(await rebuildOrders({ mend: false }), { orders: 2, wrong: [] })

    await sql(
      `update orders set state = 'placed', total = total + 1, shipping = shipping + 1 where number = $1`,
      [number]
    )
    await sql(`update order_lines set quantity = 9 where order_id = (select max(id) from orders)`)
    const exitCodeOf = async (command: string, flags: string[] = []) => {
      const { exitCode } = await runCommand(command, flags)
      return exitCode
    }
    assert.equal(await exitCodeOf('orders:rebuild', ['--verify']), 1)
    assert.equal(await exitCodeOf('invariants:check'), 1)
    const { wrong } = await rebuildOrders({ mend: true })
    assert.lengthOf(wrong, 2)
    assert.deepEqual(await rebuildOrders({ mend: false }), { orders: 2, wrong: [] })
    assert.equal(await exitCodeOf('orders:rebuild', ['--verify']), 0)
    assert.equal(await exitCodeOf('invariants:check'), 0)
    await assertBooks(assert)
  })

  test('what has happened stays as it was told', async ({ assert }) => {
    await placedOrder()
    await assert.rejects(() => sql(`update order_events set type = 'x'`), /append-only/)
  })
})
