import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { issueCreditNote } from '#app/invoicing/issue_credit_note'
import { issueInvoice } from '#app/invoicing/issue_invoice'
import { receiveTransfer } from '#app/payments/by_hand/receive_transfer'
import { paymentOf } from '#app/payments/payment'
import { paymentPalette } from '#app/payments/desk/payment_palette'
import { waitingPayments } from '#app/payments/desk/payments_query'
import { carryOutRefund } from '#app/payments/refunds/carry_out_refund'
import { settle } from '#app/payments/settling/settle'
import { createPromotion } from '#app/pricing/write_promotion'
import { assertDescribed } from '#tests/support/api_contract'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { knowSeller } from '#tests/support/invoices'
import { assertLedger, fakeGateway, orderToPay, statesOf } from '#tests/support/payments'
import { forgetPromotions } from '#tests/support/promotions'
import { readyCheckout } from '#tests/support/purchases'
import { bearer, createStaff, TESTING } from '#tests/support/staff'
import { assertBooks } from '#tests/support/stock'
import { awaitedTransfer, promisedRefund, receivedTransfer } from '#tests/support/transfers'
import { loggedIn } from '#tests/support/web_visitor'

const PAYMENTS = '/api/admin/payments'
const PAYMENT = `${PAYMENTS}/{id}`

test.group('Payments of staff', (group) => {
  group.each.setup(() => emptyCatalogue())
  group.each.teardown(() => emptyCatalogue())

  test('payments are listed by state, method and queue, page by page', async ({
    client,
    assert,
  }) => {
    const [first, second] = [await awaitedTransfer(), await awaitedTransfer()]
    const paid = await receivedTransfer()
    const { token } = await bearer('accountant')
    const list = (query: object) => client.get(PAYMENTS).qs(query).bearerToken(token)
    const ids = (response: { body(): { data: { id: string }[] } }) =>
      response.body().data.map(({ id }) => id)
    const page = await list({ limit: 2 })
    assertDescribed(PAYMENTS, 'get', page)
    assert.deepEqual(ids(page), [paid, second.id])
    assert.deepEqual(ids(await list({ limit: 2, cursor: page.body().meta.nextCursor })), [first.id])
    assert.deepEqual(ids(await list({ queue: 'transfers' })), [second.id, first.id])
    assert.deepEqual(ids(await list({ state: 'paid', method: 'transfer' })), [paid])
    assert.deepEqual(ids(await list({ older: 1 })), [])
    assert.deepEqual(ids(await list({ q: first.number })), [first.id])
    assert.lengthOf(await paymentPalette(first.number, 'fr'), 1)
    assert.deepEqual(await waitingPayments(), { reconcile: 0, transfers: 2, refunds: 0 })
    const { token: warehouse } = await bearer('warehouse')
    const refused = await client.get(PAYMENTS).bearerToken(warehouse)
    refused.assertStatus(403)
  })

  test('a refund is asked for once, by line or in part, and never exceeds what came', async ({
    client,
    assert,
    cleanup,
  }) => {
    const gateway = await fakeGateway('clictopay', cleanup)
    const { sku } = await createProduct({ price: 10_000, stock: 5 })
    const checkout = await readyCheckout([{ sku, quantity: 3 }])
    const { payment, number, ref } = await orderToPay('clictopay', checkout)
    await gateway.pay(ref)
    await settle(payment)
    const { token } = await bearer('accountant')
    const ask = (body: object, key: string = randomUUID()) =>
      client
        .post(`${PAYMENTS}/${payment.publicId}/refunds`)
        .bearerToken(token)
        .header('Idempotency-Key', key)
        .json(body)

    const key = randomUUID()
    const wish = { lines: [{ sku, quantity: 2 }], reason: 'retour' }
    const asked = await ask(wish, key)
    assertDescribed(`${PAYMENT}/refunds`, 'post', asked)
    assert.containSubset(asked.body().data, { amount: { amount: 20_000 }, state: 'requested' })
    const again = await ask(wish, key)
    assert.deepEqual(again.body(), asked.body())
    const tooMany = await ask(wish)
    tooMany.assertStatus(422)
    const tooMuch = await ask({ amount: payment.amount, reason: 'retour' })
    tooMuch.assertStatus(409)
    assert.containSubset(tooMuch.body(), { code: 'refund_too_much' })
    const refunds = await sql<{ id: number }>('select id from refunds')
    assert.lengthOf(refunds, 1)
    await carryOutRefund(refunds[0].id)
    assert.containSubset(await statesOf(number), { payment: 'partially_refunded' })

    const rest = await ask({ reason: 'le reste' })
    assert.equal(rest.body().data.amount.amount, payment.amount - 20_000)
    await carryOutRefund(refunds[0].id + 1)
    assert.containSubset(await statesOf(number), { payment: 'refunded' })
    const nothing = await ask({ reason: 'encore' })
    nothing.assertStatus(422)
    const seen = await client.get(`${PAYMENTS}/${payment.publicId}`).bearerToken(token)
    assertDescribed(PAYMENT, 'get', seen)
    assert.lengthOf(seen.body().data.refunds, 2)
    const checked = await client
      .post(`${PAYMENTS}/${payment.publicId}/checks`)
      .bearerToken(token)
      .json({})
    assertDescribed(`${PAYMENT}/checks`, 'post', checked)
    assert.equal(checked.body().data.state, 'refunded')
    await assertLedger(assert, gateway)
    await assertBooks(assert)
  })

  test('pieces go back at what was paid for them, to the millime that a credit note says', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(() => forgetPromotions())
    await createPromotion({ name: 'Tiers', kind: 'percent', percent: 33 }, TESTING)
    const { sku } = await createProduct({ price: 9_995, stock: 5 })
    const checkout = await readyCheckout([{ sku, quantity: 3 }])
    const { payment, number } = await orderToPay('transfer', checkout)
    await receiveTransfer(payment.publicId, 'VIR 12', TESTING)
    cleanup(knowSeller())
    const invoice = await issueInvoice(number, {}, TESTING)
    const [{ paid }] = await sql<{ paid: number }>(
      'select (line_total - discount)::bigint as paid from order_lines'
    )
    assert.isBelow(paid, 3 * 9_995)
    const { token } = await bearer('accountant')
    const amounts = { refunds: [] as number[], credits: [] as number[] }
    for (let piece = 1; piece <= 3; piece++) {
      const asked = await client
        .post(`${PAYMENTS}/${payment.publicId}/refunds`)
        .bearerToken(token)
        .header('Idempotency-Key', randomUUID())
        .json({ lines: [{ sku, quantity: 1 }], reason: 'retour' })
      asked.assertStatus(201)
      amounts.refunds.push(asked.body().data.amount.amount)
      const wish = { lines: [{ sku, quantity: 1 }], reason: 'retour' }
      await issueCreditNote(invoice, wish, TESTING, async ({ gross }) => {
        amounts.credits.push(gross)
      })
    }
    assert.deepEqual(amounts.refunds, amounts.credits)
    assert.equal(
      amounts.refunds.reduce((sum, amount) => sum + amount, 0),
      paid
    )
    await assertBooks(assert)
  })

  test('what was free gives nothing back', async ({ client, assert, cleanup }) => {
    cleanup(() => forgetPromotions())
    await createPromotion({ name: 'Offert', kind: 'percent', percent: 100 }, TESTING)
    const { sku } = await createProduct({ price: 10_000, stock: 5 })
    const { payment } = await orderToPay('transfer', await readyCheckout([{ sku, quantity: 2 }]))
    await receiveTransfer(payment.publicId, 'VIR 13', TESTING)
    const { token } = await bearer('accountant')
    const asked = await client
      .post(`${PAYMENTS}/${payment.publicId}/refunds`)
      .bearerToken(token)
      .header('Idempotency-Key', randomUUID())
      .json({ lines: [{ sku, quantity: 1 }], reason: 'retour' })
    asked.assertStatus(422)
    assert.containSubset(asked.body(), { errors: [{ field: 'lines' }] })
  })

  test('money that no gateway gives back waits until somebody has done it', async ({
    client,
    assert,
  }) => {
    const { id, refundId } = await promisedRefund()
    const { token } = await bearer('accountant')
    assert.containSubset(await waitingPayments(), { refunds: 1 })
    const finish = () =>
      client
        .post(`${PAYMENTS}/${id}/refunds/${refundId}/completion`)
        .bearerToken(token)
        .json({ document: 'VIR 4712' })
    const done = await finish()
    done.assertStatus(204)
    const twice = await finish()
    twice.assertStatus(409)
    assertDescribed(`${PAYMENT}/refunds/{refundId}/completion`, 'post', twice)
    const { state, refunded } = await paymentOf(id)
    assert.deepEqual([state, refunded], ['partially_refunded', 1_000])
    await assertBooks(assert)
  })

  test('who may not refund does not, and whoever counts sees no button', async ({
    client,
    assert,
  }) => {
    const id = await receivedTransfer()
    const { token } = await bearer('counter')
    const refused = await client
      .post(`${PAYMENTS}/${id}/refunds`)
      .bearerToken(token)
      .header('Idempotency-Key', randomUUID())
      .json({ reason: 'retour' })
    refused.assertStatus(403)
    const { orderNumber } = await paymentOf(id)
    const counter = await loggedIn(await createStaff('counter'))
    const seen = await counter.get(`/admin/orders/${orderNumber}`)
    assert.include(seen.html, 'Paiements')
    assert.notInclude(seen.html, 'Rembourser')
  })

  test('the form of a page that is sent twice pays back once', async ({ assert }) => {
    const id = await receivedTransfer()
    const { orderNumber } = await paymentOf(id)
    const browser = await loggedIn(await createStaff('owner'))
    const page = `/admin/orders/${orderNumber}`
    const fields = { amount: '1,500', reason: 'geste commercial', key: randomUUID() }
    for (let n = 0; n < 2; n++) {
      const { status } = await browser.post(`/admin/payments/${id}/refunds`, fields, page)
      assert.equal(status, 303)
    }
    assert.containSubset(await sql('select amount::int as amount, state from refunds'), [
      { amount: 1_500, state: 'by_hand' },
    ])
    const { html } = await browser.get(page)
    assert.include(html, 'À rendre à la main')
    await assertBooks(assert)
  })
})
