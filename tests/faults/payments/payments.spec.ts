import { createHmac, randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { preparePgBoss } from '#app/platform/jobs/prepare'
import { checkJob } from '#app/payments/settling/check_job'
import type { OnlineMethod } from '#app/payments/gateways/gateway'
import { paymentOf } from '#app/payments/payment'
import { carryOutRefund } from '#app/payments/refunds/carry_out_refund'
import { refundPayment } from '#app/payments/refunds/refund_payment'
import { expirePayments } from '#app/payments/settling/expire_payments'
import { settle } from '#app/payments/settling/settle'
import { promised, repeats } from '#tests/depth'
import { FAKE_KEYS } from '#tests/fakes/gateways/dialect'
import type { FakeGateway } from '#tests/fakes/gateways/fake_gateway'
import { Halt, type Point } from '#tests/faults/checkout/halt'
import { WorkerFleet } from '#tests/platform_faults/worker_fleet'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import {
  assertLedger,
  confirmed,
  deliver,
  eventCount,
  fakeGateway,
  intent,
  orderToPay,
  paymentIn,
  statesOf,
} from '#tests/support/payments'
import { complete, orderIn, readyCheckout, startedCheckout } from '#tests/support/purchases'
import { ShopProcess } from '#tests/support/shop_process'
import { TESTING } from '#tests/support/staff'
import { assertBooks, levelsOf } from '#tests/support/stock'
import { waitUntil } from '#tests/wait_until'

type Cleanup = (task: () => Promise<void>) => void

/** A gateway, and a shop of its own that uses it. */
async function shopWith(method: OnlineMethod, cleanup: Cleanup) {
  const gateway = await fakeGateway(method, cleanup)
  const shop = await shopAt(gateway, cleanup)
  return { gateway, shop, base: shop.url }
}

/** A shop of its own that uses a gateway. */
async function shopAt(gateway: FakeGateway, cleanup: Cleanup) {
  const shop = await ShopProcess.start({ RATE_LIMITS: 'off', ...gateway.settings })
  cleanup(shop.end)
  return shop
}

/** A fresh order at a gateway, through a shop. */
const orderAt = (method: OnlineMethod, base: string) => orderToPay(method, undefined, base)

/** Where its buyer pays after a gateway has made no page. */
async function anotherPage(number: string, token: string, base: string) {
  const { text } = await intent(number, 'konnect', { token, base })
  return (JSON.parse(text) as { data: { id: string } }).data
}

const stateOf = async (publicId: string) => {
  const { state } = await paymentOf(publicId)
  return state
}

/** How often it is written that the money came: for the history of the payment, and for those who listen. */
async function toldOf(id: number, number: string) {
  const [told] = await sql<{ moves: number; published: number }>(
    `select (select count(*)::int from payment_events where payment_id = $1 and type = 'moved.paid') as moves,
       (select count(*)::int from outbox where aggregate_id = $2 and type = 'payment.captured') as published`,
    [id, number]
  )
  return told
}

test.group('Payments with faults', (group) => {
  group.setup(() => preparePgBoss())
  group.each.setup(async () => {
    await emptyCatalogue()
    // Ids begin anew: jobs of the test before would look at payments of this one.
    await sql(`delete from ${JOBS_SCHEMA}.job where name = $1`, [checkJob.name])
  })
  group.teardown(() => emptyCatalogue())

  test('PAY-01: charged, and no answer: it is verified, never failed, and found paid within 30 s', async ({
    assert,
    cleanup,
  }) => {
    const { gateway, base } = await shopWith('konnect', cleanup)
    const fleet = new WorkerFleet(gateway.settings)
    cleanup(() => fleet.killAll())
    await fleet.start('#start/jobs')
    const { payment, number, ref } = await orderAt('konnect', base)
    await gateway.pay(ref)
    await gateway.behave({ dropAnswers: true })
    const asked = await confirmed(payment.publicId, base)
    assert.equal(asked.state, 'unknown')
    const page = await fetch(`${base}/payments/${payment.publicId}?locale=fr`)
    assert.include(await page.text(), 'Nous vérifions votre paiement')
    assert.containSubset(await statesOf(number), { state: 'placed', payment: 'due' })
    await gateway.behave({})
    await waitUntil('paid', async () => (await stateOf(payment.publicId)) === 'paid', 30)
    await assertLedger(assert, gateway)
    await assertBooks(assert)
  })

  test('PAY-02: who presses five times gets one page and is charged once', async ({
    assert,
    cleanup,
  }) => {
    const { gateway, base } = await shopWith('konnect', cleanup)
    const { payment, number, ref } = await orderAt('konnect', base)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => intent(number, 'konnect', { base }))
    )
    const pages = answers.map(({ text }) => (JSON.parse(text) as { data: { id: string } }).data.id)
    assert.deepEqual(new Set(pages), new Set([payment.publicId]))
    await gateway.pay(ref)
    await gateway.pay(ref)
    await gateway.behave({ dropAnswers: true })
    const verifying = await intent(number, 'clictopay', { base })
    assert.include([409, 422], verifying.status)
    const again = await intent(number, 'konnect', { base })
    assert.equal(again.status, 409)
    await gateway.behave({})
    await settle(payment)
    assert.lengthOf(await gateway.entries('charge'), 1)
    await assertLedger(assert, gateway)
    await assertBooks(assert)
  })

  test('PAY-03: hint and return at the same instant: one capture, one event', async ({
    assert,
    cleanup,
  }) => {
    const { gateway, base } = await shopWith('stripe', cleanup)
    for (let run = 0; run < repeats(8, 500); run++) {
      const { payment, number, ref } = await orderAt('stripe', base)
      await gateway.pay(ref)
      const hint = await gateway.hint(ref)
      const both = [
        () => confirmed(payment.publicId, base),
        () => deliver(hint, base),
        () => settle(payment),
        () => confirmed(payment.publicId, base),
      ]
      if (run % 2) both.reverse()
      await Promise.all(both.map((call) => call()))
      assert.equal(await eventCount(number, 'payment.captured'), 1)
      assert.equal(await stateOf(payment.publicId), 'paid')
      assert.deepEqual(await toldOf(payment.id, number), { moves: 1, published: 1 })
    }
    await assertLedger(assert, gateway)
    await assertBooks(assert)
  })

  test('PAY-04: the same hint a hundred times: answered each time, one effect', async ({
    assert,
    cleanup,
  }) => {
    const { gateway, base } = await shopWith('paymee', cleanup)
    const { payment, number, ref } = await orderAt('paymee', base)
    await gateway.pay(ref)
    const hint = await gateway.hint(ref)
    const statuses = await Promise.all(Array.from({ length: 100 }, () => deliver(hint, base)))
    assert.deepEqual(new Set(statuses), new Set([200]))
    const hints = await sql('select event_id from payment_hints')
    assert.lengthOf(hints, 1)
    await Promise.all(Array.from({ length: 10 }, () => settle(payment)))
    assert.equal(await eventCount(number, 'payment.captured'), 1)
    await assertLedger(assert, gateway)
    await assertBooks(assert)
  })

  test('PAY-05: money that comes after the order was given up brings it back, or goes back', async ({
    assert,
    cleanup,
  }) => {
    const { gateway, base } = await shopWith('clictopay', cleanup)
    for (const isSold of [false, true]) {
      const { id, sku } = await createProduct({ stock: 1 })
      const checkout = await readyCheckout([{ sku, quantity: 1 }])
      const { payment, number, ref } = await orderToPay('clictopay', checkout, base)
      await sql(`update payments set expires_at = now() - interval '1 second' where id = $1`, [
        payment.id,
      ])
      await settle(payment)
      assert.containSubset(await statesOf(number), { state: 'cancelled', payment: 'void' })
      assert.containSubset(await levelsOf(id), [{ reserved: 0 }])
      if (isSold) await readyCheckout([{ sku, quantity: 1 }])
      await gateway.pay(ref)
      await settle(await paymentOf(payment.publicId))
      const state = isSold ? 'cancelled' : 'placed'
      assert.containSubset(await statesOf(number), { state, payment: 'paid' })
      const refunds = await sql<{ id: number; amount: number }>(
        'select id, amount from refunds where payment_id = $1',
        [payment.id]
      )
      assert.lengthOf(refunds, isSold ? 1 : 0)
      for (const refund of refunds) await carryOutRefund(refund.id)
    }
    await assertLedger(assert, gateway)
    await assertBooks(assert)
  })

  test('PAY-05, INV-07: money and the end of its page at the same instant: the order is kept or the money goes back', async ({
    assert,
    cleanup,
  }) => {
    const { gateway, base } = await shopWith('clictopay', cleanup)
    for (let run = 0; run < repeats(8, 200); run++) {
      const { id, sku } = await createProduct({ stock: 1 })
      const checkout = await readyCheckout([{ sku, quantity: 1 }])
      const { payment, number, ref } = await orderToPay('clictopay', checkout, base)
      await sql(`update payments set expires_at = now() - interval '1 second' where id = $1`, [
        payment.id,
      ])
      const someoneElse = () => readyCheckout([{ sku, quantity: 1 }]).catch(() => 'gone')
      const paid = async () => {
        await gateway.pay(ref)
        await confirmed(payment.publicId, base)
      }
      const atOnce = [() => settle(payment), paid, expirePayments, someoneElse]
      const turned = [...atOnce.slice(run % 4), ...atOnce.slice(0, run % 4)]
      await Promise.all(turned.map((one) => one()))
      await settle(await paymentOf(payment.publicId))

      const { state, payment: money } = await statesOf(number)
      const refunds = await sql<{ id: number; amount: number }>(
        'select id, amount from refunds where payment_id = $1',
        [payment.id]
      )
      assert.equal(money, 'paid')
      assert.deepEqual(
        refunds.map(({ amount }) => amount),
        state === 'placed' ? [] : [payment.amount]
      )
      const held = await sql('select from reservations where holder = $1 and state = $2', [
        `order:${number}`,
        'held',
      ])
      assert.lengthOf(held, state === 'placed' ? 1 : 0)
      assert.containSubset(await levelsOf(id), [{ onHand: 1 }])
      for (const refund of refunds) await carryOutRefund(refund.id)
      await assertBooks(assert)
    }
    await assertLedger(assert, gateway)
  })

  test(
    'INV-08: any one call of a gateway is {$self}: the order stands, it is charged once, and the same key tells of it'
  )
    .with(['refused', 'cut off', 'lost'] as const)
    .run(async ({ assert, cleanup }, kind) => {
      const { gateway, base } = await shopWith('konnect', cleanup)
      for (let call = 1, hasFailed = true; hasFailed; call++) {
        const [checkout, key] = [await startedCheckout(), randomUUID()]
        const body = { paymentMethod: 'konnect' }
        const asked = await gateway.entries('call')
        await gateway.behave({ fault: { call, kind } })
        const first = await complete(checkout, key, body, base)
        assert.equal(first.status, 201, first.text)
        const again = await complete(checkout, key, body, base)
        assert.equal(again.text, first.text)

        const { number, token } = orderIn(first)
        const begun = paymentIn(first)
        const open = begun.redirectUrl ? begun : await anotherPage(number, token, base)
        const { gatewayRef } = await paymentOf(open.id)
        await gateway.pay(gatewayRef!)
        await confirmed(open.id, base)
        await confirmed(open.id, base)
        assert.containSubset(await statesOf(number), { state: 'placed', payment: 'paid' })
        assert.equal(await eventCount(number, 'payment.captured'), 1)
        await assertLedger(assert, gateway)
        await assertBooks(assert)
        const calls = await gateway.entries('call')
        hasFailed = calls.length - asked.length >= call
      }
    })

  test('PAY-06: events in any order end in the same state', async ({ assert, cleanup }) => {
    const { gateway, base } = await shopWith('stripe', cleanup)
    const [created, paid, refunded] = ['created', 'paid', 'refunded']
    const orders = [
      ...[
        [created, paid, refunded],
        [created, refunded, paid],
        [paid, created, refunded],
      ],
      ...[
        [paid, refunded, created],
        [refunded, created, paid],
        [refunded, paid, created],
      ],
    ]
    for (const arrivals of orders) {
      const { payment, number, ref } = await orderAt('stripe', base)
      await gateway.pay(ref)
      await gateway.refund(ref, payment.amount)
      for (const event of arrivals) {
        assert.equal(await deliver(await gateway.hint(ref, event), base), 200)
        await settle(await paymentOf(payment.publicId))
      }
      assert.equal(await stateOf(payment.publicId), 'refunded')
      assert.containSubset(await statesOf(number), { payment: 'refunded' })
      assert.equal(await eventCount(number, 'payment.captured'), 1)
    }
    await assertLedger(assert, gateway)
    await assertBooks(assert)
  })

  test('PAY-07: twelve forgeries: refused, and nothing moves', async ({ assert, cleanup }) => {
    const { gateway, base } = await shopWith('stripe', cleanup)
    const paymee = await fakeGateway('paymee', cleanup)
    const both = await ShopProcess.start({
      ...{ RATE_LIMITS: 'off', ...gateway.settings, ...paymee.settings },
    })
    cleanup(both.end)
    const stripeOrder = await orderAt('stripe', base)
    const paymeeOrder = await orderAt('paymee', both.url)
    const right = await gateway.hint(stripeOrder.ref)
    const body = right.body!
    const signed = (time: number, key: string, text = body) => {
      const signature = createHmac('sha256', key).update(`${time}.${text}`).digest('hex')
      return `t=${time},v1=${signature}`
    }
    const now = Math.floor(Date.now() / 1000)
    const key = FAKE_KEYS.stripeWebhook
    const other = await gateway.hint(stripeOrder.ref, 'other')
    const stripe = (signature: string | undefined, text = body) => ({
      ...right,
      body: text,
      headers: {
        'content-type': 'application/json',
        ...(signature === undefined ? {} : { 'stripe-signature': signature }),
      },
    })
    const { body: fields = '' } = await paymee.hint(paymeeOrder.ref)
    const form = (text: string) => ({
      ...{ method: 'POST', url: paymeeOrder.payment.redirectUrl!, body: text },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    const toPaymee = (text: string) => ({
      ...form(text),
      url: `${base}/api/v1/webhooks/payments/paymee`,
    })
    const forgeries = [
      stripe(undefined),
      stripe(''),
      stripe(signed(now, 'whsec_wrong')),
      stripe(signed(now - 301, key)),
      stripe(signed(now + 301, key)),
      stripe(signed(now, key), body.replace('completed', 'expired')),
      stripe(other.headers!['stripe-signature']),
      stripe(`t=${now},v0=${signed(now, key).split('v1=')[1]}`),
      toPaymee(fields.replace('payment_status=False', 'payment_status=True')),
      toPaymee(fields.replace(/check_sum=\w{32}/, `check_sum=${'0'.repeat(32)}`)),
      toPaymee(fields.replace(/check_sum=\w{32}&/, '')),
      toPaymee(fields.replace(paymeeOrder.ref, 'f'.repeat(32))),
    ]
    for (const [n, forged] of forgeries.entries()) {
      assert.include([400, 401], await deliver(forged, both.url), `forgery ${n}`)
    }
    assert.deepEqual(await sql('select event_id from payment_hints'), [])
    assert.equal(await stateOf(stripeOrder.payment.publicId), 'redirected')
    assert.equal(await stateOf(paymeeOrder.payment.publicId), 'redirected')
    assert.include(both.output, 'hint refused')
    await assertLedger(assert, gateway)
    await assertBooks(assert)
  })

  test('PAY-08: a payment that fails gives the pieces back at once, and may be tried again', async ({
    assert,
    cleanup,
  }) => {
    const { gateway, base } = await shopWith('flouci', cleanup)
    for (const fail of ['decline', 'expire'] as const) {
      const { id, sku } = await createProduct({ stock: 1 })
      const checkout = await readyCheckout([{ sku, quantity: 1 }])
      const { payment, number, order, ref } = await orderToPay('flouci', checkout, base)
      await gateway[fail](ref)
      await deliver(await gateway.hint(ref), base)
      await settle(payment)
      assert.containSubset(await statesOf(number), { state: 'cancelled', payment: 'void' })
      assert.containSubset(await levelsOf(id), [{ onHand: 1, reserved: 0 }])
      const retried = await intent(number, 'flouci', { base, token: order.token })
      assert.equal(retried.status, 201, retried.text)
      assert.containSubset(await levelsOf(id), [{ onHand: 1, reserved: 1 }])
    }
    await assertLedger(assert, gateway)
    await assertBooks(assert)
  })

  test('PAY-09: another amount, currency or order is money that people look at', async ({
    assert,
    cleanup,
  }) => {
    const { gateway, base } = await shopWith('konnect', cleanup)
    const lies = {
      amount_mismatch: { amount: 1 },
      currency_mismatch: { currency: 'EUR' },
      reference_mismatch: { reference: 'SAP2026000001A9' },
    }
    for (const [alert, lie] of Object.entries(lies)) {
      const { payment, number, ref } = await orderAt('konnect', base)
      await gateway.pay(ref)
      const told = alert === 'amount_mismatch' ? { amount: payment.amount - 1 } : lie
      await gateway.behave({ lie: told })
      await settle(payment)
      const found = await paymentOf(payment.publicId)
      assert.deepEqual([found.state, found.alert], ['unknown', alert])
      assert.containSubset(await statesOf(number), { state: 'placed', payment: 'due' })
      await gateway.behave({})
      await settle(found)
    }
    await assertLedger(assert, gateway)
    await assertBooks(assert)
  })

  test('PAY-10: whatever a gateway answers, the circuit opens and the buyer may pay otherwise', async ({
    assert,
    cleanup,
  }) => {
    const scripts = [
      ...[{ status: 500 }, { status: 429 }, { nonsense: 'text' as const }],
      ...[{ nonsense: 'html' as const }, { nonsense: 'huge' as const }, { down: true }],
    ]
    for (const script of scripts) {
      const { gateway, shop, base } = await shopWith('konnect', cleanup)
      await gateway.behave(script)
      let last = { ms: Infinity, state: '', failure: '' as string | null }
      for (let n = 0; n < 12; n++) {
        const id = await startedCheckout()
        const began = Date.now()
        const answer = await complete(id, randomUUID(), { paymentMethod: 'konnect' }, base)
        assert.equal(answer.status, 201, answer.text)
        const { state, failure } = paymentIn(answer)
        last = { ms: Date.now() - began, state, failure }
      }
      assert.containSubset(last, { state: 'failed', failure: 'gateway_unreachable' })
      assert.isBelow(last.ms, promised(1_000))
      const metrics = await fetch(`${base}/metrics`)
      assert.include(await metrics.text(), 'breaker_state{dep="konnect"} 2')
      await shop.stop()
    }
    await assertBooks(assert)
  })

  test('PAY-11: after a pause the gateway is not stormed, and everything is found out', async ({
    assert,
    cleanup,
  }) => {
    const { gateway, base } = await shopWith('konnect', cleanup)
    const orders = []
    for (let n = 0; n < repeats(12, 300); n++) orders.push(await orderAt('konnect', base))
    for (const { ref } of orders) await gateway.pay(ref)
    await gateway.behave({ down: true })
    for (const { payment } of orders) await confirmed(payment.publicId, base)
    const unknown = await sql(`select id from payments where state = 'unknown'`)
    assert.lengthOf(unknown, orders.length)
    const before = await gateway.entries('call')

    await gateway.behave({})
    const fleet = new WorkerFleet(gateway.settings)
    cleanup(() => fleet.killAll())
    await fleet.start('#start/jobs')
    const isClear = async () => {
      const left = await sql(`select id from payments where state = 'unknown'`)
      return left.length === 0
    }
    await waitUntil('no payment to be unknown', isClear, 300)
    const all = await gateway.entries('call')
    const calls = all.slice(before.length)
    const first = calls[0].at!
    const early = calls.filter(({ at }) => at! - first < 10_000)
    assert.isAtMost(early.length, Math.ceil(orders.length * 1.1))
    await assertLedger(assert, gateway)
    await assertBooks(assert)
  }).timeout(600_000)

  test('PAY-12: refunds at the same moment never give back more than came', async ({
    assert,
    cleanup,
  }) => {
    const { gateway, base } = await shopWith('clictopay', cleanup)
    for (let run = 0; run < repeats(5, 100); run++) {
      const { payment, number, ref } = await orderAt('clictopay', base)
      await gateway.pay(ref)
      await settle(payment)
      const half = Math.ceil(payment.amount * 0.6)
      const wishes = [undefined, payment.amount, half, half, half]
      const outcomes = await Promise.allSettled(
        wishes.map((amount) =>
          refundPayment(payment.publicId, { amount, reason: 'retour' }, TESTING)
        )
      )
      assert.isAtLeast(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
      const refunds = await sql<{ id: number }>('select id from refunds where payment_id = $1', [
        payment.id,
      ])
      await Promise.allSettled(refunds.map(({ id }) => carryOutRefund(id)))
      const found = await paymentOf(payment.publicId)
      assert.isAtMost(found.refunded, payment.amount)
      assert.isAbove(found.refunded, 0)
      assert.isAtMost(await eventCount(number, 'payment.refunded'), refunds.length)
    }
    await assertLedger(assert, gateway)
    await assertBooks(assert)
  })

  test('a refund whose answer was lost is found, not made twice', async ({ assert, cleanup }) => {
    for (const method of ['clictopay', 'stripe'] as const) {
      const { gateway, base } = await shopWith(method, cleanup)
      const { payment, ref } = await orderAt(method, base)
      await gateway.pay(ref)
      await settle(payment)
      await refundPayment(payment.publicId, { amount: 5_000, reason: 'retour' }, TESTING)
      const [{ id }] = await sql<{ id: number }>(`select id from refunds where payment_id = $1`, [
        payment.id,
      ])
      await gateway.behave({ dropAnswers: true })
      await assert.rejects(() => carryOutRefund(id))
      await gateway.behave({})
      await carryOutRefund(id)
      await carryOutRefund(id)
      assert.equal(await stateOf(payment.publicId), 'partially_refunded')
      await assertLedger(assert, gateway)
    }
    await assertBooks(assert)
  })

  test('PAY-13: a hint is acknowledged before anybody looks', async ({ assert, cleanup }) => {
    const { gateway, base } = await shopWith('konnect', cleanup)
    const { payment, ref } = await orderAt('konnect', base)
    await gateway.behave({ delayMs: 20_000 })
    const hint = await gateway.hint(ref)
    for (let n = 0; n < 20; n++) {
      const began = Date.now()
      assert.equal(await deliver(hint, base), 200)
      assert.isBelow(Date.now() - began, promised(1_000))
    }
    const [{ kept }] = await sql<{ kept: number }>(
      `select count(*)::int as kept from payment_hints where payment_id = $1`,
      [payment.id]
    )
    assert.equal(kept, 1)
    const waiting = await sql(
      `select id from ${JOBS_SCHEMA}.job where name = $1 and (data ->> 'id')::int = $2 and data ->> 'check' is null`,
      [checkJob.name, payment.id]
    )
    assert.isAtLeast(waiting.length, 1)
    await gateway.behave({})
    await assertLedger(assert, gateway)
    await assertBooks(assert)
  })
})

/** Around the capture: before it is written, between payment and order, before the commit. */
const POINTS: Point[] = [
  { name: 'before the payment is moved', on: 'payments', when: 'before update' },
  { name: 'between the payment and its order', on: 'order_events', when: 'before insert' },
  { name: 'before the event for after the commit', on: 'outbox', when: 'before insert' },
]

test.group('Payments with kills', (group) => {
  group.setup(() => preparePgBoss())
  group.each.setup(async () => {
    await emptyCatalogue()
    // Ids begin anew: jobs of the test before would look at payments of this one.
    await sql(`delete from ${JOBS_SCHEMA}.job where name = $1`, [checkJob.name])
  })
  group.teardown(() => emptyCatalogue())

  test('killed {name}: the money is found again, once')
    .with(POINTS)
    .run(async ({ assert, cleanup }, point) => {
      const gateway = await fakeGateway('clictopay', cleanup)
      for (let run = 0; run < repeats(1, 20); run++) {
        const shop = await shopAt(gateway, cleanup)
        const { payment, number, ref } = await orderAt('clictopay', shop.url)
        await gateway.pay(ref)
        const halt = await Halt.at(point)
        const lost = confirmed(payment.publicId, shop.url).catch(() => 'no answer')
        await halt.reached()
        await shop.stop('SIGKILL')
        await halt.cutOff()
        assert.equal(await lost, 'no answer')
        assert.containSubset(await statesOf(number), { payment: 'due' })
        await assertBooks(assert)
        await settle(await paymentOf(payment.publicId))
        await settle(await paymentOf(payment.publicId))
        assert.equal(await eventCount(number, 'payment.captured'), 1)
        await assertLedger(assert, gateway)
        await assertBooks(assert)
      }
    })

  test('killed while the gateway makes the page: the same key finds the order and a page', async ({
    assert,
    cleanup,
  }) => {
    for (let run = 0; run < repeats(1, 20); run++) {
      const { gateway, shop, base } = await shopWith('clictopay', cleanup)
      const [id, key] = [await startedCheckout(), randomUUID()]
      const body = { paymentMethod: 'clictopay' }
      await gateway.behave({ delayMs: 5_000 })
      const lost = complete(id, key, body, base).catch(() => 'no answer')
      const isAsked = async () => {
        const calls = await gateway.entries('call')
        return calls.length > 0
      }
      await waitUntil('the gateway to be asked', isAsked, 20)
      await shop.stop('SIGKILL')
      assert.equal(await lost, 'no answer')
      await gateway.behave({})
      await assertBooks(assert)

      const next = await ShopProcess.start({ RATE_LIMITS: 'off', ...gateway.settings })
      cleanup(next.end)
      await sql('update idempotency_keys set locked_until = now()')
      const retried = await complete(id, key, body, next.url)
      assert.equal(retried.status, 201, retried.text)
      assert.match(paymentIn(retried).redirectUrl!, /\/pay\//)
      const again = await complete(id, key, body, next.url)
      assert.equal(again.text, retried.text)
      const [{ n }] = await sql<{ n: number }>('select count(*)::int as n from orders')
      assert.equal(n, run + 1)
      await assertLedger(assert, gateway)
      await assertBooks(assert)
    }
  })
})
