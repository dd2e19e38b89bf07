import { randomUUID } from 'node:crypto'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { putCoupon } from '#app/cart/coupon'
import { editOrder } from '#app/edits/edit_order'
import OrderMail from '#app/orders/mails/order_mail'
import { dispatchParcel } from '#app/fulfilment/dispatch_parcel'
import { cancelByStaff, confirmOrder } from '#app/orders/desk/change_order_by_staff'
import { orderEventsQuery, orderQuery } from '#app/orders/order_query'
import { rebuildOrders } from '#app/orders/changing/rebuild_orders'
import { decidePayment } from '#app/payments/by_hand/decide_payment'
import { receiveTransfer } from '#app/payments/by_hand/receive_transfer'
import { paymentOf } from '#app/payments/payment'
import { issueInvoice } from '#app/invoicing/issue_invoice'
import { sql } from '#app/platform/database/sql'
import type { PromotionInput } from '#app/pricing/promotion_validators'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { knowSeller } from '#tests/support/invoices'
import {
  confirmed as readAtGateway,
  fakeGateway,
  intent,
  orderToPay,
} from '#tests/support/payments'
import { createList } from '#tests/support/price_lists'
import { createCoupon, forgetPromotions, usesOf } from '#tests/support/promotions'
import {
  ADDRESS,
  complete,
  completionStatus,
  filledCart,
  orderIn,
  placedOrder,
  readyCheckout,
  readyCheckoutOf,
} from '#tests/support/purchases'
import { newTracking, sentParcel } from '#tests/support/shipments'
import { bearer, createStaff, TESTING } from '#tests/support/staff'
import { assertBooks, createKit, levelsOf } from '#tests/support/stock'
import { awaitedTransfer } from '#tests/support/transfers'
import { loggedIn } from '#tests/support/web_visitor'

const EDITS = '/api/admin/orders/{number}/edits'
const HOME_IN_SFAX = 8_000
const REASON = 'au téléphone'

type Items = { sku: string; quantity: number }[]

async function orderOf(items: Items): Promise<string> {
  const { number } = orderIn(await complete(await readyCheckout(items), randomUUID()))
  return number
}

/** An order of so many pieces at 40 dinars with a coupon, and its promotion. */
async function orderWithCoupon(quantity: number, wanted: Partial<PromotionInput>) {
  const coupon = await createCoupon({ maxUses: 5, ...wanted })
  const { token, sku } = await filledCart(quantity, { price: 40_000, stock: 10 })
  await putCoupon({ token }, coupon.code)
  const { number } = orderIn(await complete(await readyCheckoutOf({ token })))
  return { ...coupon, sku, number }
}

async function paymentsOf(number: string) {
  return sql<{ amount: number; state: string }>(
    `select p.amount, p.state from payments p join orders o on o.id = p.order_id where o.number = $1 order by attempt`,
    [number]
  )
}

/** Sends a change of an order, as the counter does. */
async function editing(client: ApiClient, number: string) {
  const { token } = await bearer('counter')
  return (body: object, version?: number) => {
    const request = client.post(EDITS.replace('{number}', number)).bearerToken(token)
    if (version !== undefined) request.header('if-match', `"${version}"`)
    return request.json({ reason: REASON, ...body })
  }
}

const edit = (number: string, change: object) =>
  editOrder(number, { reason: REASON, ...change }, { acting: TESTING })

test.group('Edits of orders', (group) => {
  group.each.setup(async () => {
    await emptyCatalogue()
    await forgetPromotions()
    await sql('delete from price_lists')
  })
  group.each.teardown(async () => {
    await emptyCatalogue()
    await forgetPromotions()
    await sql('delete from price_lists')
  })

  test('lines that stay keep their price, a new one costs what it costs today; stock and payment follow', async ({
    client,
    assert,
  }) => {
    const [pads, discs, fluid] = [
      await createProduct({ price: 40_000, stock: 10 }),
      await createProduct({ price: 20_000, stock: 10 }),
      await createProduct({ price: 15_000, stock: 10 }),
    ]
    const number = await orderOf([
      { sku: pads.sku, quantity: 2 },
      { sku: discs.sku, quantity: 1 },
    ])
    await sql('update products set price = 50000 where id = $1', [pads.id])
    await createList({ minQuantity: 2 }, [{ sku: fluid.sku, price: 12_000 }])
    const post = await editing(client, number)

    const lines = [
      { sku: pads.sku, quantity: 3 },
      { sku: fluid.sku, quantity: 2 },
    ]
    const response = await post({ lines }, 1)
    response.assertStatus(200)
    assertDescribed(EDITS, 'post', response)
    const { items, totals, version, events } = response.body().data
    assert.equal(version, 2)
    const prices = items.map((item: { unitPrice: { amount: number } }) => item.unitPrice.amount)
    assert.deepEqual(prices, [40_000, 12_000])
    assert.equal(totals.total.amount, 3 * 40_000 + 2 * 12_000 + HOME_IN_SFAX)
    assert.deepEqual(events[1].data.changes, [
      { sku: pads.sku, from: 2, to: 3 },
      { sku: discs.sku, from: 1, to: 0 },
      { sku: fluid.sku, from: 0, to: 2 },
    ])
    const levels = [await levelsOf(pads.id), await levelsOf(discs.id), await levelsOf(fluid.id)]
    assert.deepEqual(
      levels.map(([{ reserved }]) => reserved),
      [3, 0, 2]
    )
    assert.deepEqual(await paymentsOf(number), [{ amount: 152_000, state: 'to_confirm' }])
    const { wrong } = await rebuildOrders({ mend: false })
    assert.deepEqual(wrong, [])
    await assertBooks(assert)
  })

  test('of two who edit at once one is told that the order has moved on', async ({
    client,
    assert,
  }) => {
    const { sku } = await createProduct({ stock: 10 })
    const number = await orderOf([{ sku, quantity: 1 }])
    const post = await editing(client, number)
    const both = await Promise.all([
      post({ lines: [{ sku, quantity: 2 }] }, 1),
      post({ lines: [{ sku, quantity: 3 }] }, 1),
    ])
    assert.deepEqual(both.map((response) => response.status()).toSorted(), [200, 412])
    const lost = both.find((response) => response.status() === 412)!
    assertDescribed(EDITS, 'post', lost)
    const { token } = await bearer('counter')
    const confirmed = await client
      .post(`/api/admin/orders/${number}/confirmation`)
      .bearerToken(token)
    confirmed.assertStatus(204)
    const stale = await post({ lines: [{ sku, quantity: 4 }] }, 2)
    stale.assertStatus(412)
    const fresh = await post({ lines: [{ sku, quantity: 4 }] }, 3)
    fresh.assertStatus(200)
    assert.equal(fresh.body().data.state, 'confirmed')
    await assertBooks(assert)
  })

  test('pieces that somebody else has are told, and nothing changes', async ({
    client,
    assert,
  }) => {
    const { id, sku } = await createProduct({ stock: 3 })
    const other = await createProduct({ stock: 5 })
    const number = await orderOf([{ sku, quantity: 1 }])
    await orderOf([{ sku, quantity: 2 }])
    const post = await editing(client, number)
    const lines = [
      { sku: other.sku, quantity: 2 },
      { sku, quantity: 2 },
    ]
    const response = await post({ lines })
    response.assertStatus(409)
    assertDescribed(EDITS, 'post', response)
    assert.equal(response.body().code, 'out_of_stock')
    assert.deepEqual(response.body().lines, [{ sku, quantity: 2, available: 1 }])
    const [level] = await levelsOf(id)
    assert.equal(level.reserved, 3)
    assert.deepInclude(await orderQuery(number), { version: 1 })
    await assertBooks(assert)
  })

  test('the last piece goes to an edit or to a buyer, never to both', async ({ assert }) => {
    for (let round = 0; round < 5; round++) {
      const { id, sku } = await createProduct({ stock: 2 })
      const number = await orderOf([{ sku, quantity: 1 }])
      const [edited, bought] = await Promise.all([
        edit(number, { lines: [{ sku, quantity: 2 }] }).then(
          () => 200,
          ({ status }) => status
        ),
        readyCheckout([{ sku, quantity: 1 }]).then(completionStatus, ({ status }) => status),
      ])
      assert.deepEqual([edited, bought].toSorted().at(-1), 409, `${edited} ${bought}`)
      const [{ onHand, reserved }] = await levelsOf(id)
      assert.deepEqual([onHand, reserved], [2, 2])
    }
    await assertBooks(assert)
  })

  test('what an order keeps is not given to those who wait; what it drops is', async ({
    assert,
  }) => {
    const { id, sku } = await createProduct({ stock: 2, orderable: true })
    const other = await createProduct({ stock: 5 })
    const first = await orderOf([{ sku, quantity: 2 }])
    const second = await orderOf([{ sku, quantity: 3 }])
    const held = async (number: string) => {
      const [row] = await sql<{ here: number; late: number }>(
        `select sum(quantity)::int as here, sum(backordered)::int as late from reservations
         where holder = $1 and product_id = $2 and state = 'held'`,
        [`order:${number}`, id]
      )
      return [row.here, row.late]
    }
    assert.deepEqual(
      [await held(first), await held(second)],
      [
        [2, 0],
        [0, 3],
      ]
    )
    await edit(first, {
      lines: [
        { sku, quantity: 2 },
        { sku: other.sku, quantity: 1 },
      ],
    })
    assert.deepEqual(
      [await held(first), await held(second)],
      [
        [2, 0],
        [0, 3],
      ]
    )
    await edit(first, { lines: [{ sku, quantity: 1 }] })
    assert.deepEqual(
      [await held(first), await held(second)],
      [
        [1, 0],
        [1, 2],
      ]
    )
    await edit(second, { lines: [{ sku, quantity: 1 }] })
    assert.deepEqual(await held(second), [1, 0])
    await assertBooks(assert)
  })

  test('a kit takes and gives back its components', async ({ client, assert }) => {
    const [lamp, bulb] = [await createProduct({ stock: 4 }), await createProduct({ stock: 9 })]
    const kit = await createKit([lamp, bulb], 2)
    const number = await orderOf([{ sku: kit.sku, quantity: 1 }])
    await edit(number, { lines: [{ sku: kit.sku, quantity: 2 }] })
    const [level] = await levelsOf(bulb.id)
    assert.equal(level.reserved, 4)
    const post = await editing(client, number)
    const short = await post({ lines: [{ sku: kit.sku, quantity: 3 }] })
    assert.deepEqual(short.body().lines, [{ sku: kit.sku, quantity: 3, available: 2 }])
    await edit(number, {
      lines: [
        { sku: kit.sku, quantity: 1 },
        { sku: lamp.sku, quantity: 2 },
      ],
    })
    const levels = [await levelsOf(lamp.id), await levelsOf(bulb.id)]
    assert.deepEqual(
      levels.map(([{ reserved }]) => reserved),
      [4, 2]
    )
    await assertBooks(assert)
  })

  test('a coupon is computed again, also when it has ended; below its minimum it falls away', async ({
    assert,
  }) => {
    const { id, sku, number } = await orderWithCoupon(2, { minSubtotal: 60_000 })
    await sql('update promotions set is_active = false where id = $1', [id])
    const more = await edit(number, { lines: [{ sku, quantity: 3 }] })
    assert.equal(more.discount, 12_000)
    assert.equal(more.total, 120_000 - 12_000 + HOME_IN_SFAX)
    assert.deepEqual(await usesOf(id), { uses: 1, live: 1 })
    await assertBooks(assert)
    const less = await edit(number, { lines: [{ sku, quantity: 1 }] })
    assert.deepInclude(less, { discount: 0, total: 40_000 + HOME_IN_SFAX })
    assert.deepEqual(await usesOf(id), { uses: 0, live: 0 })
    await cancelByStaff(number, 'injoignable', TESTING)
    const { wrong } = await rebuildOrders({ mend: false })
    assert.deepEqual(wrong, [])
    await assertBooks(assert)
  })

  test('an edit of the address alone leaves what was promised as it was', async ({ assert }) => {
    const { id, number } = await orderWithCoupon(2, {})
    await sql('update promotions set percent = 50 where id = $1', [id])
    const moved = await edit(number, { optionId: 'pickup' })
    assert.deepInclude(moved, { discount: 8_000, shipping: 0, total: 72_000 })
    await assertBooks(assert)
  })

  test('delivery that was given costs again when its minimum is missed', async ({ assert }) => {
    const { id, sku, number } = await orderWithCoupon(2, {
      ...{ kind: 'free_delivery', percent: null, minSubtotal: 60_000 },
    })
    const free = await edit(number, { lines: [{ sku, quantity: 3 }] })
    assert.deepInclude(free, { shipping: 0, total: 120_000 })
    const paid = await edit(number, { lines: [{ sku, quantity: 1 }] })
    assert.deepInclude(paid, { shipping: HOME_IN_SFAX, total: 48_000 })
    assert.deepEqual(await usesOf(id), { uses: 0, live: 0 })
    await assertBooks(assert)
  })

  test('it goes to another address, at what delivery costs there today; events tell of nobody', async ({
    client,
    assert,
  }) => {
    const { number } = await placedOrder()
    const post = await editing(client, number)
    const address = { ...ADDRESS, fullName: 'Sami Trabelsi', phone: '98 765 432' }
    const moved = await post({
      address: { ...address, governorate: 'Tunis', delegation: 'La Marsa' },
    })
    moved.assertStatus(200)
    const { contact, governorate, totals, events } = moved.body().data
    assert.deepInclude(contact, { fullName: 'Sami Trabelsi', phone: '+21698765432' })
    assert.equal(governorate, 'TN-11')
    assert.equal(totals.shipping.amount, 7_000)
    assert.isTrue(events[1].data.isReaddressed)
    assert.notInclude(JSON.stringify(events), 'Sami')
    const fetched = await post({ optionId: 'pickup' })
    assert.equal(fetched.body().data.totals.shipping.amount, 0)
    const unknown = await post({ optionId: 'nulle-part' })
    unknown.assertStatus(422)
    const nowhere = await post({ address: { ...address, governorate: 'Atlantide' } })
    nowhere.assertStatus(422)
    await assertBooks(assert)
  })

  test('what is on its way, cancelled or invoiced is not edited', async ({
    client,
    assert,
    cleanup,
  }) => {
    const codeFor = async (number: string) => {
      const post = await editing(client, number)
      const response = await post({ optionId: 'pickup' })
      response.assertStatus(409)
      return response.body().code
    }
    const parcel = await sentParcel()
    assert.equal(await codeFor(parcel.number), 'order_not_editable')
    const { number: cancelled } = await placedOrder()
    await cancelByStaff(cancelled, 'injoignable', TESTING)
    assert.equal(await codeFor(cancelled), 'order_not_editable')
    const transfer = await awaitedTransfer()
    await receiveTransfer(transfer.id, 'VIR 2', TESTING)
    cleanup(knowSeller())
    await issueInvoice(transfer.number, {}, TESTING)
    assert.equal(await codeFor(transfer.number), 'order_invoiced')
    const postToNone = await editing(client, 'SAP-2000-000001')
    const missing = await postToNone({ optionId: 'pickup' })
    missing.assertStatus(404)
  })

  test('what is paid gets cheaper only, and what was paid beyond it goes back', async ({
    client,
    assert,
  }) => {
    const transfer = await awaitedTransfer()
    const before = await orderQuery(transfer.number)
    const [{ sku }] = before.lines
    await receiveTransfer(transfer.id, 'VIR 1', TESTING)
    const post = await editing(client, transfer.number)
    const dearer = await post({ lines: [{ sku, quantity: before.lines[0].quantity + 1 }] })
    dearer.assertStatus(409)
    assert.equal(dearer.body().code, 'dearer_than_paid')
    const cheaper = await post({ optionId: 'pickup' })
    cheaper.assertStatus(200)
    const order = await orderQuery(transfer.number)
    assert.equal(order.total, before.total - before.shipping)
    assert.isAbove(before.shipping, 0)
    const refunds = await sql<{ amount: number; state: string; reason: string }>(
      `select r.amount, r.state, r.reason from refunds r join payments p on p.id = r.payment_id where p.order_id = $1`,
      [order.id]
    )
    assert.deepEqual(refunds, [
      { amount: before.shipping, state: 'by_hand', reason: 'order_edited' },
    ])
    assert.equal(order.paymentState, 'paid')
    await assertBooks(assert)
  })

  test('a page that asks for the old total may be paid: then the rest goes back by itself', async ({
    client,
    assert,
    cleanup,
  }) => {
    const gateway = await fakeGateway('konnect', cleanup)
    const { number, payment, ref } = await orderToPay('konnect')
    const before = await orderQuery(number)
    const [{ sku, quantity }] = before.lines
    const post = await editing(client, number)
    const dearer = await post({ lines: [{ sku, quantity: quantity + 1 }] })
    dearer.assertStatus(409)
    assert.equal(dearer.body().code, 'dearer_than_paid')
    const cheaper = await post({ optionId: 'pickup' })
    cheaper.assertStatus(200)
    const { total } = await orderQuery(number)
    assert.equal(total, before.total - before.shipping)
    await gateway.pay(ref)
    await readAtGateway(payment.publicId)
    const [{ captured, back }] = await sql<{ captured: number; back: number }>(
      `select captured, (select coalesce(sum(amount), 0)::bigint from refunds r where r.payment_id = p.id) as back
       from payments p join orders o on o.id = p.order_id where o.number = $1`,
      [number]
    )
    assert.equal(captured - back, total)
    await assertBooks(assert)
  })

  test('the page of a stranger keeps no order from getting dearer: staff see it, and decide about money that comes by it', async ({
    client,
    assert,
    cleanup,
  }) => {
    const gateway = await fakeGateway('konnect', cleanup)
    const { number, payment } = await orderToPay('cod')
    const { text } = await intent(number, 'konnect')
    const stranger = (JSON.parse(text) as { data: { id: string } }).data
    const before = await orderQuery(number)
    const [{ sku, quantity }] = before.lines
    const browser = await loggedIn(await createStaff('counter'))
    const told = 'ne connaissait que le numéro'
    assert.include(await browser.htmlOf(`/admin/orders/${number}/edit`), told)

    const post = await editing(client, number)
    const dearer = await post({ lines: [{ sku, quantity: quantity + 1 }] })
    dearer.assertStatus(200)
    const { total } = await orderQuery(number)
    assert.isAbove(total, before.total)
    assert.deepEqual(await paymentsOf(number), [
      { amount: total, state: 'to_confirm' },
      { amount: total, state: 'void' },
    ])
    assert.notInclude(await browser.htmlOf(`/admin/orders/${number}/edit`), told)

    const { gatewayRef } = await paymentOf(stranger.id)
    await gateway.pay(gatewayRef!)
    await readAtGateway(stranger.id)
    assert.containSubset(await paymentOf(stranger.id), {
      state: 'unknown',
      alert: 'amount_mismatch',
    })
    const unpaid = await orderQuery(number)
    assert.equal(unpaid.paymentState, 'due')
    const still = await post({ lines: [{ sku, quantity: quantity + 2 }] })
    still.assertStatus(409)
    assert.equal(still.body().code, 'dearer_than_paid')

    await decidePayment(stranger.id, { decision: 'accepted', reason: 'il a payé' }, TESTING)
    const paid = await orderQuery(number)
    assert.equal(paid.paymentState, 'paid')
    assert.containSubset(await paymentOf(stranger.id), { state: 'paid', captured: before.total })
    assert.containSubset(await paymentOf(payment.publicId), { state: 'void' })
    await assertBooks(assert)
  })

  test('what makes no sense is refused, field by field', async ({ client, assert }) => {
    const { sku } = await createProduct({ stock: 5 })
    const draft = await createProduct({ status: 'draft' })
    const number = await orderOf([{ sku, quantity: 1 }])
    const post = await editing(client, number)
    const refusal = async (body: object) => {
      const response = await post(body)
      response.assertStatus(422)
      const [{ field, rule }] = response.body().errors
      return `${field} ${rule}`
    }
    assert.equal(await refusal({}), 'lines unchanged')
    assert.equal(await refusal({ lines: [{ sku, quantity: 1 }] }), 'lines unchanged')
    assert.equal(await refusal({ lines: [] }), 'lines array.minLength')
    assert.equal(await refusal({ lines: [{ sku: 'NULLE-PART', quantity: 1 }] }), 'lines sku')
    assert.equal(await refusal({ lines: [{ sku: draft.sku, quantity: 1 }] }), 'lines sku')
    assert.equal(await refusal({ lines: [{ sku, quantity: 0 }] }), 'lines.0.quantity range')
    const twice = [
      { sku, quantity: 1 },
      { sku, quantity: 2 },
    ]
    assert.equal(await refusal({ lines: twice }), 'lines distinct')
    assert.equal(await refusal({ reason: '' }), 'reason minLength')
    const { token } = await bearer('warehouse')
    const forbidden = await client
      .post(EDITS.replace('{number}', number))
      .bearerToken(token)
      .json({ reason: REASON, optionId: 'pickup' })
    forbidden.assertStatus(403)
  })

  test('an order that was edited leaves as it is then, with its cash', async ({ assert }) => {
    const [pads, fluid] = [await createProduct({ stock: 5 }), await createProduct({ stock: 5 })]
    const number = await orderOf([{ sku: pads.sku, quantity: 2 }])
    await confirmOrder(number, TESTING)
    const { total } = await edit(number, {
      lines: [
        { sku: fluid.sku, quantity: 1 },
        { sku: pads.sku, quantity: 3 },
      ],
    })
    const parcel = { orderNumber: number, carrier: 'Aramex', trackingNumber: newTracking() }
    await dispatchParcel(parcel, TESTING)
    const [sent] = await sql<{ cash: number; pieces: number }>(
      'select cash, pieces from parcels where number = $1',
      [`${number}/1`]
    )
    assert.deepEqual(sent, { cash: total, pieces: 4 })
    const [{ onHand, reserved }] = await levelsOf(pads.id)
    assert.deepEqual([onHand, reserved], [2, 0])
    const { wrong } = await rebuildOrders({ mend: false })
    assert.deepEqual(wrong, [])
    await assertBooks(assert)
  })

  test('the page changes an order, tells what is gone, and shows the order as it is to who comes late', async ({
    assert,
  }) => {
    const [pads, fluid] = [
      await createProduct({ price: 40_000, stock: 4 }),
      await createProduct({ price: 15_000, stock: 4 }),
    ]
    const number = await orderOf([{ sku: pads.sku, quantity: 1 }])
    const browser = await loggedIn(await createStaff('counter'))
    const place = `/admin/orders/${number}`
    const fields = { ...ADDRESS, version: '1', reason: REASON, optionId: 'home' }
    const send = (typed: object) =>
      browser.post(`${place}/edits`, { ...fields, ...typed }, `${place}/edit`)
    assert.include(await browser.htmlOf(place), `${place}/edit`)
    await send({ 'quantity[p1]': '5' })
    assert.include(await browser.htmlOf(`${place}/edit`), `${pads.sku} (4)`)
    await send({ 'quantity[p1]': '0' })
    assert.include(await browser.htmlOf(`${place}/edit`), 'annulez-la')
    await send({ 'quantity[p1]': '1' })
    assert.include(await browser.htmlOf(`${place}/edit`), 'est déjà ainsi')
    await send({ 'quantity[p1]': '1', 'newSku': 'NULLE-PART' })
    assert.include(await browser.htmlOf(`${place}/edit`), 'Aucun produit n’a cette référence')
    const typed = {
      'quantity[p1]': '2',
      'newSku': fluid.sku,
      'newQuantity': '3',
      'fullName': 'Sami',
    }
    const { to } = await send(typed)
    assert.equal(to, place)
    const html = await browser.htmlOf(place)
    for (const told of ['Commande modifiée', `${pads.sku} × 1 → 2`, 'autre adresse', '133,000']) {
      assert.include(html, told)
    }
    assert.notInclude(html, 'translation missing')
    await send({ 'quantity[p1]': '3', 'quantity[p2]': '1' })
    assert.include(await browser.htmlOf(`${place}/edit`), 'Quelqu’un d’autre')
    await send({ 'version': '2', 'quantity[p1]': '0', 'quantity[p2]': '1', 'fullName': 'Sami' })
    const { lines } = await orderQuery(number)
    assert.deepEqual(
      lines.map(({ sku, quantity }) => [sku, quantity]),
      [[fluid.sku, 1]]
    )
    await cancelByStaff(number, 'injoignable', TESTING)
    assert.equal(await browser.sentTo(`${place}/edit`), place)
    assert.include(await browser.htmlOf(place), 'ne se modifie plus')
    await assertBooks(assert)
  })

  test('the form tells what it would cost, without a reason, and nothing is written', async ({
    assert,
  }) => {
    const coupon = { kind: 'percent', percent: 10 } as const
    const { number, sku } = await orderWithCoupon(2, coupon)
    const fluid = await createProduct({ price: 15_000, stock: 4 })
    const before = await orderQuery(number)
    const browser = await loggedIn(await createStaff('counter'))
    const form = `/admin/orders/${number}/edit`
    const send = (typed: object) =>
      browser.post(`/admin/orders/${number}/edits`, { ...ADDRESS, version: '1', ...typed }, form)
    const typed = {
      ...{ 'quantity[p1]': '3', 'newSku': fluid.sku, 'newQuantity': '1' },
      ...{ optionId: 'pickup', fullName: 'Sami Gharbi' },
    }
    const { to } = await send({ ...typed, calculate: '1' })
    assert.equal(to, `${form}#totals`)
    const html = await browser.htmlOf(form)
    for (const told of ['135,000', '−13,500', '121,500', '+41,500', 'Sami Gharbi', 'value="3"']) {
      assert.include(html, told)
    }
    assert.deepEqual(await orderQuery(number), before)
    assert.lengthOf(await orderEventsQuery(before.id), 1)
    const [{ reserved }] = await levelsOf(fluid.id)
    assert.equal(reserved, 0)
    await send({ ...typed, 'quantity[p1]': '1', 'newSku': '', 'calculate': '1' })
    assert.include(await browser.htmlOf(form), '−44,000')
    await send({
      ...typed,
      'quantity[p1]': '2',
      'newSku': '',
      'optionId': 'home',
      'calculate': '1',
    })
    assert.include(await browser.htmlOf(form), '>0,000<')
    await send({ ...typed, newSku: 'NULLE-PART', calculate: '1' })
    assert.include(await browser.htmlOf(form), 'Aucun produit n’a cette référence')
    await send(typed)
    assert.deepEqual(await orderQuery(number), before)
    await send({ ...typed, reason: REASON })
    const { total, lines } = await orderQuery(number)
    assert.equal(total, 121_500)
    assert.equal(lines[0].sku, sku)
    await assertBooks(assert)
  })

  test('the buyer hears of it in the language of the order', async ({ assert }) => {
    const { number } = await placedOrder()
    await edit(number, { optionId: 'pickup' })
    const order = await orderQuery(number)
    const events = await orderEventsQuery(order.id)
    assert.equal(events.at(-1)!.type, 'order.edited')
    const mail = new OrderMail(order, 'amel@example.tn', 'edited')
    await mail.buildWithContents()
    const { subject, text, html } = mail.message.toObject().message
    assert.include(String(subject), 'modifiée')
    assert.include(String(text), 'Voici ce qu’elle contient')
    assert.include(String(html), 'Voici ce qu’elle contient')
  })
})
