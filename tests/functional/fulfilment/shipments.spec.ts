import encryption from '@adonisjs/core/services/encryption'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { setAddress } from '#app/checkout/set_address'
import { reserveStock } from '#app/inventory/reservations'
import { readAddress } from '#app/tunisia/read_address'
import { confirmOrder } from '#app/orders/desk/change_order_by_staff'
import { rebuildOrders } from '#app/orders/changing/rebuild_orders'
import { dispatchParcel } from '#app/fulfilment/dispatch_parcel'
import { deliverParcel, refuseParcel } from '#app/fulfilment/follow_parcel'
import { inspectParcel } from '#app/fulfilment/inspect_parcel'
import { mailShipment } from '#app/fulfilment/mail_shipment'
import ShipmentMail from '#app/fulfilment/mails/shipment_mail'
import { parcelQuery } from '#app/fulfilment/parcels_query'
import { waitingOrdersQuery } from '#app/fulfilment/queues_query'
import { orderQuery } from '#app/orders/order_query'
import { receiveTransfer } from '#app/payments/by_hand/receive_transfer'
import { refundPayment } from '#app/payments/refunds/refund_payment'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { mailJob } from '#app/platform/mail/mail_job'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { ADDRESS, complete, orderIn, placedOrder, startedCheckout } from '#tests/support/purchases'
import { confirmedOrder, newTracking, refusedParcel, sentParcel } from '#tests/support/shipments'
import { bearer, createStaff, TESTING } from '#tests/support/staff'
import { awaitedTransfer } from '#tests/support/transfers'
import { assertBooks, createKit, levelsOf } from '#tests/support/stock'
import { loggedIn } from '#tests/support/web_visitor'

const SHIPMENTS = '/api/admin/shipments'

const paymentOf = async (number: string) => {
  const [payment] = await sql<{ state: string; captured: number }>(
    `select p.state, p.captured from payments p join orders o on o.id = p.order_id where o.number = $1`,
    [number]
  )
  return payment
}

const paymentStateOf = async (number: string) => {
  const { state } = await paymentOf(number)
  return state
}

/** An order that somebody else has placed, by this telephone. */
async function orderFrom(phone: string) {
  const checkout = await startedCheckout()
  await setAddress(checkout, readAddress({ ...ADDRESS, phone }))
  return orderIn(await complete(checkout))
}

test.group('Parcels', (group) => {
  group.each.setup(() => emptyCatalogue())
  group.each.teardown(() => emptyCatalogue())

  test('a confirmed order leaves, is delivered, and its cash collected', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer('warehouse')
    const { id: productId, sku } = await createProduct({ stock: 5 })
    const { number } = await confirmedOrder([{ sku, quantity: 2 }])
    const trackingNumber = newTracking()
    const ship = () =>
      client
        .post(SHIPMENTS)
        .bearerToken(token)
        .json({ orderNumber: number, carrier: 'Aramex', trackingNumber })
    const sent = await ship()
    sent.assertStatus(201)
    assertDescribed(SHIPMENTS, 'post', sent)
    const { id, cash, ...parcel } = sent.body().data
    assert.containSubset(parcel, {
      number: `${number}/1`,
      state: 'out',
      lines: [{ sku, quantity: 2 }],
    })
    assert.isAbove(cash.amount, 20_000)
    const twice = await ship()
    twice.assertStatus(409)
    assertDescribed(SHIPMENTS, 'post', twice)
    assert.deepEqual(await levelsOf(productId), [{ onHand: 3, reserved: 0, backordered: 0 }])
    assert.equal(await paymentStateOf(number), 'out')

    const tracked = await client.post('/api/v1/orders/track').json({ number, phoneLast4: '3456' })
    assertDescribed('/api/v1/orders/track', 'post', tracked)
    assert.containSubset(tracked.body().data, {
      deliveryState: 'shipped',
      shipments: [{ carrier: 'Aramex', trackingNumber }],
    })
    const delivered = await client.post(`${SHIPMENTS}/${id}/delivery`).bearerToken(token)
    delivered.assertStatus(204)
    const again = await client.post(`${SHIPMENTS}/${id}/delivery`).bearerToken(token)
    assert.equal(again.body().code, 'parcel_moved_on')

    const seen = await client.get(`/api/admin/orders/${number}`).bearerToken(token)
    assert.containSubset(seen.body().data, {
      ...{ state: 'completed', paymentState: 'paid', deliveryState: 'delivered' },
    })
    assert.deepEqual(
      seen.body().data.events.map(({ type }: { type: string }) => type),
      ['order.placed', 'order.confirmed', 'order.shipped', 'payment.captured', 'order.delivered']
    )
    assert.containSubset(await paymentOf(number), { state: 'collected', captured: cash.amount })
    const queue = await client.get(SHIPMENTS).qs({ queue: 'to_remit' }).bearerToken(token)
    assertDescribed(SHIPMENTS, 'get', queue)
    assert.lengthOf(queue.body().data, 1)
    await assertBooks(assert)
  })

  test('an order leaves in parts; cash rides with the last one', async ({ client, assert }) => {
    const { token } = await bearer('warehouse')
    const there = await createProduct({ stock: 3 })
    const awaited = await createProduct({ stock: 1, orderable: true })
    const kit = await createKit([there])
    const { number } = await confirmedOrder([
      { sku: kit.sku, quantity: 1 },
      { sku: awaited.sku, quantity: 3 },
    ])
    const ship = (lines?: object[]) =>
      client
        .post(SHIPMENTS)
        .bearerToken(token)
        .json({
          ...{ orderNumber: number, carrier: 'Navex', trackingNumber: newTracking(), lines },
        })
    const early = await ship()
    assert.equal(early.body().code, 'not_on_hand')
    assert.deepEqual(early.body().lines, [{ sku: awaited.sku, quantity: 3, available: 1 }])
    const part = await ship([
      { sku: kit.sku, quantity: 1 },
      { sku: awaited.sku, quantity: 1 },
    ])
    assert.equal(part.body().data.cash.amount, 0)
    const tooMuch = await ship([{ sku: kit.sku, quantity: 1 }])
    assert.equal(tooMuch.body().code, 'nothing_to_ship')
    await assertBooks(assert)
    const seen = await client.get(`/api/admin/orders/${number}`).bearerToken(token)
    assert.equal(seen.body().data.deliveryState, 'partially_shipped')
    await client
      .post('/api/admin/stock/adjustments')
      .bearerToken(token)
      .json({
        ...{
          productId: awaited.id,
          location: 'depot',
          kind: 'receipt',
          quantity: 2,
          reason: 'BL 9',
        },
      })
    const rest = await ship()
    assert.isAbove(rest.body().data.cash.amount, 0)
    const first = await client
      .post(`${SHIPMENTS}/${part.body().data.id}/delivery`)
      .bearerToken(token)
    first.assertStatus(204)
    await assertBooks(assert)
    const last = await client
      .post(`${SHIPMENTS}/${rest.body().data.id}/delivery`)
      .bearerToken(token)
    last.assertStatus(204)
    const done = await client.get(`/api/admin/orders/${number}`).bearerToken(token)
    assert.equal(done.body().data.state, 'completed')
    await assertBooks(assert)
  })

  test('what of a part came back is not collected with the rest, and the rest waits until it was looked at', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer('warehouse')
    const { sku } = await createProduct({ price: 20_000, stock: 5 })
    const { sku: other } = await createProduct({ price: 7_000, stock: 5 })
    const { number } = await confirmedOrder([
      { sku, quantity: 3 },
      { sku: other, quantity: 1 },
    ])
    const ship = (lines?: object[]) =>
      client
        .post(SHIPMENTS)
        .bearerToken(token)
        .json({ orderNumber: number, carrier: 'Navex', trackingNumber: newTracking(), lines })
    const post = (id: number, what: string, body: object = {}) =>
      client.post(`${SHIPMENTS}/${id}/${what}`).bearerToken(token).json(body)
    const part = await ship([{ sku, quantity: 2 }])
    const { id } = part.body().data
    await post(id, 'refusal', { reason: 'client absent' })
    const early = await ship()
    early.assertStatus(409)
    assertDescribed(SHIPMENTS, 'post', early)
    assert.equal(early.body().code, 'parcel_on_its_way_back')
    await post(id, 'inspection')

    const rest = await ship()
    const { total } = await orderQuery(number)
    const { id: restId, cash } = rest.body().data
    assert.equal(cash.amount, total - 40_000)
    const delivered = await post(restId, 'delivery')
    delivered.assertStatus(204)
    assert.containSubset(await paymentOf(number), { state: 'collected', captured: cash.amount })
    assert.containSubset(await orderQuery(number), { state: 'completed', paymentState: 'paid' })
    await assertBooks(assert)
  })

  test('what was taken in part, while its cash came back with the rest, is before staff until it is paid', async ({
    assert,
  }) => {
    const { sku } = await createProduct({ stock: 5 })
    const { number } = await confirmedOrder([{ sku, quantity: 2 }])
    const one = { orderNumber: number, carrier: 'Navex', lines: [{ sku, quantity: 1 }] }
    const first = await dispatchParcel({ ...one, trackingNumber: newTracking() }, TESTING)
    const rest = await dispatchParcel({ ...one, trackingNumber: newTracking() }, TESTING)
    await deliverParcel(first, TESTING)
    await refuseParcel(rest, 'trop cher', TESTING)
    await inspectParcel(rest, { location: 'depot', lines: [] }, TESTING)

    const { page } = await waitingOrdersQuery('owed', 10)
    assert.deepEqual(
      page.map((order) => order.number),
      [number]
    )
    const browser = await loggedIn(await createStaff('warehouse'))
    const { html } = await browser.get('/admin/shipments?queue=owed')
    assert.include(html, number)
    await assertBooks(assert)
  })

  test('what was partly paid back leaves like what is paid, with nothing to collect', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer('warehouse')
    const { id: paymentId, number } = await awaitedTransfer()
    await receiveTransfer(paymentId, 'VIR 4711', TESTING)
    await confirmOrder(number, TESTING)
    const gesture = { amount: 1_000, reason: 'geste', document: 'VIR 4712' }
    await refundPayment(paymentId, gesture, TESTING)
    assert.containSubset(await orderQuery(number), { paymentState: 'partially_refunded' })

    const { page } = await waitingOrdersQuery('to_pick', 10)
    assert.deepEqual(
      page.map((order) => order.number),
      [number]
    )
    const sent = await client
      .post(SHIPMENTS)
      .bearerToken(token)
      .json({ orderNumber: number, carrier: 'Navex', trackingNumber: newTracking() })
    sent.assertStatus(201)
    assert.equal(sent.body().data.cash.amount, 0)
    await assertBooks(assert)
  })

  test('two parcels that leave one after the other are told of in a mail each', async ({
    assert,
  }) => {
    await sql(`delete from ${JOBS_SCHEMA}.job`)
    const { sku } = await createProduct({ stock: 5 })
    const { number } = await confirmedOrder([{ sku, quantity: 2 }])
    await sql(`update order_contacts set email = 'amel@example.tn'`)
    const carrier = 'Navex'
    const one = { orderNumber: number, carrier, lines: [{ sku, quantity: 1 }] }
    const first = await dispatchParcel({ ...one, trackingNumber: newTracking() }, TESTING)
    const second = await dispatchParcel({ ...one, trackingNumber: newTracking() }, TESTING)
    const events = await sql<{ payload: object }>(
      `select payload from outbox where type in ('order.shipped', 'order.partly_shipped') and aggregate_id = $1 order by id`,
      [number]
    )
    for (const { payload } of events) {
      const data = { aggregateId: number, payload }
      await mailShipment.job.handle({ data, complete: async () => {} } as never)
    }
    const mails = await sql<{ sealed: string }>(
      `select data ->> 'sealed' as sealed from ${JOBS_SCHEMA}.job where name = $1 order by created_on, id`,
      [mailJob.name]
    )
    assert.sameMembers(
      mails.map(({ sealed }) => encryption.decrypt<{ messageId: string }>(sealed)!.messageId),
      [`<parcel-${first}@shop>`, `<parcel-${second}@shop>`]
    )
  })

  test('a refused parcel comes back: good pieces are sold again, the others written off', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer('warehouse')
    const { id: productId, sku } = await createProduct({ stock: 3, orderable: true })
    const { id, number } = await sentParcel([{ sku, quantity: 3 }])
    await reserveStock('order:waiting', [{ productId, quantity: 1 }], null)
    const post = (what: string, body: object) =>
      client.post(`${SHIPMENTS}/${id}/${what}`).bearerToken(token).json(body)
    const early = await post('inspection', {})
    early.assertStatus(409)
    const refused = await post('refusal', { reason: 'client absent' })
    refused.assertStatus(204)
    assert.equal(await paymentStateOf(number), 'out')
    const tooMany = await post('inspection', { lines: [{ sku, restocked: 4 }] })
    tooMany.assertStatus(422)
    assertDescribed(`${SHIPMENTS}/{id}/inspection`, 'post', tooMany)
    const inspected = await post('inspection', { lines: [{ sku, restocked: 2 }] })
    inspected.assertStatus(204)
    assert.deepEqual(await levelsOf(productId), [{ onHand: 2, reserved: 1, backordered: 0 }])
    const moved = await sql<{ cause: string; quantity: number }>(
      `select cause, quantity from stock_movements where reference = $1 order by id`,
      [`${number}/1`]
    )
    assert.sameDeepMembers(moved, [
      { cause: 'sale', quantity: -3 },
      { cause: 'return', quantity: 3 },
      { cause: 'write_off', quantity: -1 },
    ])
    const seen = await client.get(`/api/admin/orders/${number}`).bearerToken(token)
    assert.containSubset(seen.body().data, {
      ...{ state: 'cancelled', paymentState: 'void', deliveryState: 'returned' },
    })
    assert.equal(await paymentStateOf(number), 'refused')
    const shown = await client.get(`${SHIPMENTS}/${id}`).bearerToken(token)
    assertDescribed(`${SHIPMENTS}/{id}`, 'get', shown)
    assert.containSubset(shown.body().data.lines, [{ restocked: 2, writtenOff: 1 }])
    await assertBooks(assert)
  })

  test('what is fetched in the shop is paid at the counter', async ({ client, assert }) => {
    const { token } = await bearer('counter')
    const { number } = await placedOrder()
    const hand = () => client.post(`/api/admin/orders/${number}/handover`).bearerToken(token)
    const handed = await hand()
    handed.assertStatus(201)
    assertDescribed('/api/admin/orders/{number}/handover', 'post', handed)
    assert.containSubset(handed.body().data, { state: 'delivered', trackingNumber: null })
    assert.equal(await paymentStateOf(number), 'remitted')
    const twice = await hand()
    twice.assertStatus(409)
    await assertBooks(assert)
  })

  test('nothing leaves before it is confirmed, or paid when it is to be paid first', async ({
    client,
    assert,
  }) => {
    const { token } = await bearer('warehouse')
    const ship = (orderNumber: string) =>
      client
        .post(SHIPMENTS)
        .bearerToken(token)
        .json({ orderNumber, carrier: 'Aramex', trackingNumber: newTracking() })
    const placed = await placedOrder()
    const early = await ship(placed.number)
    assert.equal(early.body().code, 'order_not_confirmed')
    const unpaid = await placedOrder({ paymentMethod: 'transfer' })
    const { token: counter } = await bearer('counter')
    await client.post(`/api/admin/orders/${unpaid.number}/confirmation`).bearerToken(counter)
    const refused = await ship(unpaid.number)
    assert.equal(refused.body().code, 'order_unpaid')
    const nowhere = await ship('SAP-2026-999999')
    nowhere.assertStatus(404)
    await assertBooks(assert)
  })

  test('twenty who send the same order off at once send one parcel', async ({ client, assert }) => {
    const { token } = await bearer('warehouse')
    const { number } = await confirmedOrder()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        client
          .post(SHIPMENTS)
          .bearerToken(token)
          .json({ orderNumber: number, carrier: 'Aramex', trackingNumber: newTracking() })
      )
    )
    const statuses = answers.map((answer) => answer.status())
    assert.lengthOf(
      statuses.filter((status) => status === 201),
      1
    )
    assert.lengthOf(
      statuses.filter((status) => status === 409),
      19
    )
    await assertBooks(assert)
  })

  test('who is called first is whose cash is most at risk', async ({ client, assert }) => {
    const before = await refusedParcel()
    const stranger = await orderFrom('55 987 654')
    const { token } = await bearer('counter')
    const placed = await placedOrder()
    const noted = await client
      .post(`/api/admin/orders/${placed.number}/calls`)
      .bearerToken(token)
      .json({ outcome: 'no_answer', note: 'messagerie' })
    noted.assertStatus(204)
    const browser = await loggedIn(await createStaff('counter'))
    const { html } = await browser.get('/admin/shipments?queue=to_call')
    assert.include(html, 'a déjà refusé')
    assert.include(html, 'ne répond pas')
    assert.notInclude(html, before.number)
    const called = [...html.matchAll(/href="\/admin\/orders\/(SAP-[^"]+)"/g)].map(([, one]) => one)
    assert.deepEqual(called, [placed.number, stranger.number], 'who waits longer comes later')
  })

  test('who is to confirm is written to in the language of the order, from the queue and from its page', async ({
    assert,
  }) => {
    const { number } = await orderFrom('55 987 654')
    await sql(`update orders set locale = 'ar' where number = $1`, [number])
    const counter = await loggedIn(await createStaff('counter'))
    for (const page of ['/admin/shipments?queue=to_call', `/admin/orders/${number}`]) {
      const [, link] = /href="(https:\/\/wa\.me\/[^"]+)"/.exec(await counter.htmlOf(page))!
      const { pathname, searchParams } = new URL(link.replaceAll('&amp;', '&'))
      assert.equal(pathname, '/21655987654')
      const text = searchParams.get('text')!
      for (const part of ['هل تؤكد طلبيتك', 'Amel Ben Salah', number]) assert.include(text, part)
    }
    await confirmOrder(number, TESTING)
    assert.notInclude(await counter.htmlOf(`/admin/orders/${number}`), 'wa.me')
  })

  test('the mail names the courier and the cash; orders are what their events say', async ({
    assert,
  }) => {
    const { id, number, trackingNumber } = await sentParcel()
    await refusedParcel()
    const order = await orderQuery(number)
    const mail = new ShipmentMail(order, await parcelQuery(id), 'amel@example.tn')
    await mail.buildWithContents()
    const { text, html } = mail.message.toObject().message
    assert.include(String(text), trackingNumber)
    assert.include(String(html), 'livreur')
    const { wrong } = await rebuildOrders({ mend: false })
    assert.deepEqual(wrong, [])
    await assertBooks(assert)
  })
})
