import { createHmac, randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { sql } from '#app/platform/database/sql'
import { JOBS_SCHEMA } from '#app/platform/jobs/boss'
import { preparePgBoss } from '#app/platform/jobs/prepare'
import { checkJob } from '#app/payments/settling/check_job'
import { ONLINE_METHODS, type OnlineMethod } from '#app/payments/gateways/gateway'
import { paymentOf } from '#app/payments/payment'
import { carryOutRefund } from '#app/payments/refunds/carry_out_refund'
import { refundPayment } from '#app/payments/refunds/refund_payment'
import { issueInvoice } from '#app/invoicing/issue_invoice'
import { mailJob } from '#app/platform/mail/mail_job'
import { expirePayments } from '#app/payments/settling/expire_payments'
import { settle } from '#app/payments/settling/settle'
import { promised, repeats } from '#tests/depth'
import { FAKE_KEYS } from '#tests/fakes/gateways/dialect'
import type { FakeGateway } from '#tests/fakes/gateways/fake_gateway'
import type { GatewayScript } from '#tests/fakes/gateways/gateway_process'
import { Mailbox } from '#tests/fakes/mailbox'
import { Halt, type Point, pointsOf } from '#tests/faults/halt'
import { WorkerFleet } from '#tests/platform_faults/worker_fleet'
import { createProduct, emptyCatalogue } from '#tests/support/catalogue'
import { givenNumbers, knowSeller } from '#tests/support/invoices'
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

/** The last words of a circuit that lets nothing through. */
const openCircuit = (method: OnlineMethod) => `breaker_state{dep="${method}"} 2`

async function metricsOf(base: string) {
  const metrics = await fetch(`${base}/metrics`)
  return metrics.text()
}

/** A shop of its own that uses these gateways. */
function shopAt(...gateways: FakeGateway[]) {
  const settings = gateways.map((gateway) => gateway.settings)
  return ShopProcess.start(Object.assign({ RATE_LIMITS: 'off' }, ...settings))
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

/** What the events that wait have buyers get by mail, once nothing is left to send. */
async function mailsOfOutbox(
  gateway: FakeGateway,
  cleanup: (task: () => Promise<void> | void) => void
) {
  const mailbox = await Mailbox.open()
  cleanup(mailbox.close)
  const fleet = new WorkerFleet({ ...gateway.settings, SMTP_URL: mailbox.url })
  cleanup(() => fleet.killAll())
  await fleet.start('#start/jobs', '--relay')
  const isDone = async () => {
    const [{ left }] = await sql<{ left: number }>(
      `select ((select count(*) from outbox where relayed_at is null)
         + (select count(*) from ${JOBS_SCHEMA}.job where state < 'completed'
              and (name = $1 or name like 'on.orders.%')))::int as left`,
      [mailJob.name]
    )
    return left === 0 && mailbox.mails.length > 0
  }
  await waitUntil('every event to be told, and every mail sent', isDone, repeats(60, 600))
  return mailbox.mails
}

/** Around the capture: before it is written, between payment and order, before the commit. */
const POINTS: Point[] = [
  { name: 'before the payment is moved', on: 'payments', when: 'before update' },
  { name: 'between the payment and its order', on: 'order_events', when: 'before insert' },
  { name: 'before the event for after the commit', on: 'outbox', when: 'before insert' },
]

test.group('Payments with faults and kills', (group) => {
  const gateways = new Map<OnlineMethod, FakeGateway>()
  let shop: ShopProcess

  group.setup(async () => {
    await preparePgBoss()
    const tasks: (() => Promise<void>)[] = []
    for (const method of ONLINE_METHODS)
      gateways.set(method, await fakeGateway(method, (task) => void tasks.push(task)))
    shop = await shopAt(...gateways.values())
    return async () => {
      await shop.end()
      for (const task of tasks) await task()
    }
  })
  group.each.setup(async () => {
    await emptyCatalogue()
    for (const gateway of gateways.values()) await gateway.beginAnew()
    // Ids begin anew: jobs of the test before would look at payments of this one.
    await sql(`delete from ${JOBS_SCHEMA}.job where name = $1`, [checkJob.name])
  })
  group.teardown(() => emptyCatalogue())

  /** A gateway as good as new, and the shop that all tests share. */
  const shopWith = (method: OnlineMethod) => ({ gateway: gateways.get(method)!, base: shop.url })

  test('PAY-01: charged, and no answer: it is verified, never failed, and found paid within 30 s', async ({
    assert,
    cleanup,
  }) => {
    const { gateway, base } = shopWith('konnect')
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
    await waitUntil(
      'paid',
      async () => (await stateOf(payment.publicId)) === 'paid',
      promised(30_000) / 1_000
    )
    await assertLedger(assert, gateway)
    await assertBooks(assert)
  })

  test('PAY-02: who presses five times gets one page and is charged once', async ({ assert }) => {
    const { gateway, base } = shopWith('flouci')
    const { payment, number, ref } = await orderAt('flouci', base)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => intent(number, 'flouci', { base }))
    )
    const pages = answers.map(({ text }) => (JSON.parse(text) as { data: { id: string } }).data.id)
    assert.deepEqual(new Set(pages), new Set([payment.publicId]))
    await gateway.pay(ref)
    await gateway.pay(ref)
    await gateway.behave({ dropAnswers: true })
    const verifying = await intent(number, 'clictopay', { base })
    assert.include([409, 422], verifying.status)
    const again = await intent(number, 'flouci', { base })
    assert.equal(again.status, 409)
    await gateway.behave({})
    await settle(payment)
    assert.lengthOf(await gateway.entries('charge'), 1)
    await assertLedger(assert, gateway)
    await assertBooks(assert)
  })

  test('PAY-03: hint and return at the same instant: one capture, one event, one mail, one invoice', async ({
    assert,
    cleanup,
  }) => {
    const { gateway, base } = shopWith('stripe')
    await sql('truncate outbox')
    await sql(`delete from ${JOBS_SCHEMA}.job where name = $1`, [mailJob.name])
    cleanup(knowSeller())
    const numbers: string[] = []
    for (let run = 0; run < repeats(8, 500); run++) {
      const email = `amel${run}@example.tn`
      const { payment, number, ref } = await orderToPay('stripe', undefined, base, email)
      numbers.push(number)
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
      await Promise.allSettled([1, 2].map(() => issueInvoice(number, {}, TESTING)))
    }
    const invoices = await givenNumbers()
    assert.lengthOf(invoices, numbers.length)
    await assertLedger(assert, gateway)
    await assertBooks(assert)

    const mails = await mailsOfOutbox(gateway, cleanup)
    const ofOrders = numbers.map((number) =>
      mails.filter((mail) => mail.includes(`<order-${number}@`))
    )
    assert.deepEqual([...new Set(ofOrders.map(({ length }) => length))], [1])
    assert.lengthOf(mails, numbers.length)
  })

  test('PAY-04: the same hint a hundred times: answered each time, one effect', async ({
    assert,
  }) => {
    const { gateway, base } = shopWith('paymee')
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
  }) => {
    const { gateway, base } = shopWith('clictopay')
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
  }) => {
    const { gateway, base } = shopWith('clictopay')
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
      const { gateway } = shopWith('konnect')
      // Of its own: faults of tests before, seconds ago, may have opened the circuit of the shared one.
      const own = await shopAt(gateway)
      cleanup(() => own.end())
      const base = own.url
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

  test('PAY-06: events in any order end in the same state', async ({ assert }) => {
    const { gateway, base } = shopWith('stripe')
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

  test('PAY-07: twelve forgeries: refused, and nothing moves', async ({ assert }) => {
    const { gateway, base } = shopWith('stripe')
    const { gateway: paymee } = shopWith('paymee')
    const stripeOrder = await orderAt('stripe', base)
    const paymeeOrder = await orderAt('paymee', base)
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
      // From so far ahead that it has not come near when it gets there, however slow the machine is.
      stripe(signed(now + 900, key)),
      stripe(signed(now, key), body.replace('completed', 'expired')),
      stripe(other.headers!['stripe-signature']),
      stripe(`t=${now},v0=${signed(now, key).split('v1=')[1]}`),
      toPaymee(fields.replace('payment_status=False', 'payment_status=True')),
      toPaymee(fields.replace(/check_sum=\w{32}/, `check_sum=${'0'.repeat(32)}`)),
      toPaymee(fields.replace(/check_sum=\w{32}&/, '')),
      toPaymee(fields.replace(paymeeOrder.ref, 'f'.repeat(32))),
    ]
    for (const [n, forged] of forgeries.entries()) {
      assert.include([400, 401], await deliver(forged, base), `forgery ${n}`)
    }
    assert.deepEqual(await sql('select event_id from payment_hints'), [])
    assert.equal(await stateOf(stripeOrder.payment.publicId), 'redirected')
    assert.equal(await stateOf(paymeeOrder.payment.publicId), 'redirected')
    assert.include(shop.output, 'hint refused')
    await assertLedger(assert, gateway)
    await assertLedger(assert, paymee)
    await assertBooks(assert)
  })

  test('PAY-08: a payment that fails gives the pieces back at once, and may be tried again', async ({
    assert,
    cleanup,
  }) => {
    const { gateway, base } = shopWith('flouci')
    const fleet = new WorkerFleet(gateway.settings)
    cleanup(() => fleet.killAll())
    await fleet.start('#start/jobs')
    for (const fail of ['decline', 'expire'] as const) {
      const { id, sku } = await createProduct({ stock: 1 })
      const checkout = await readyCheckout([{ sku, quantity: 1 }])
      const { payment, number, order, ref } = await orderToPay('flouci', checkout, base)
      await gateway[fail](ref)
      // The hint alone has somebody look: a first look of ours is half a minute away.
      assert.equal(await deliver(await gateway.hint(ref), base), 200)
      const isLost = async () => (await stateOf(payment.publicId)) === 'failed'
      await waitUntil('the failure to be seen', isLost, promised(5_000) / 1_000)
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
  }) => {
    const { gateway, base } = shopWith('konnect')
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
    // Each circuit is that of one gateway: a shop meets as many scripts as it has gateways.
    const scripts: GatewayScript[] = [
      ...[{ status: 500 }, { status: 429 }, { nonsense: 'text' as const }],
      ...[{ nonsense: 'html' as const }, { nonsense: 'huge' as const }, { down: true }],
      { delayMs: 30_000 },
    ]
    for (let round = 0; round < repeats(1, scripts.length); round++) {
      const own = await shopAt(...gateways.values())
      cleanup(own.end)
      for (const [nth, [method, gateway]] of [...gateways].entries()) {
        await gateway.behave(scripts[(round + nth) % scripts.length])
        const pay = async (id: string) => {
          const answer = await complete(id, randomUUID(), { paymentMethod: method }, own.url)
          assert.equal(answer.status, 201, answer.text)
          return paymentIn(answer)
        }
        const buyers: string[] = []
        while (buyers.length < 12) buyers.push(await startedCheckout())
        // At once: what is older than ten seconds says nothing of a gateway.
        await Promise.all(buyers.slice(1).map(pay))
        const began = Date.now()
        const last = await pay(buyers[0])
        assert.isBelow(Date.now() - began, promised(1_000))
        assert.containSubset(last, { state: 'failed', failure: 'gateway_unreachable' })
        assert.include(await metricsOf(own.url), openCircuit(method))
        await gateway.behave({})
      }
      await own.stop()
    }
    await assertBooks(assert)
  })

  test('PAY-11: after a pause the gateway is not stormed, and everything is found out', async ({
    assert,
    cleanup,
  }) => {
    const { gateway, base } = shopWith('paymee')
    const orders = []
    for (let n = 0; n < repeats(12, 300); n++) orders.push(await orderAt('paymee', base))
    for (const { ref } of orders) await gateway.pay(ref)
    await gateway.behave({ down: true })
    // At once, so many: what is older than ten seconds says nothing of a gateway.
    for (let n = 0; n < orders.length; n += 12)
      await Promise.all(
        orders.slice(n, n + 12).map(({ payment }) => confirmed(payment.publicId, base))
      )
    assert.include(await metricsOf(base), openCircuit('paymee'))
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

  test('PAY-12: refunds at the same moment never give back more than came', async ({ assert }) => {
    const { gateway, base } = shopWith('clictopay')
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

  test('a refund whose answer was lost is found, not made twice', async ({ assert }) => {
    for (const method of ['clictopay', 'stripe'] as const) {
      const { gateway, base } = shopWith(method)
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

  test('PAY-13: a hint is acknowledged before anybody looks', async ({ assert }) => {
    const { gateway, base } = shopWith('konnect')
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

  test('killed {name}: the money is found again, once')
    .with(pointsOf(POINTS))
    .run(async ({ assert, cleanup }, point) => {
      const { gateway } = shopWith('clictopay')
      for (let run = 0; run < repeats(1, 20); run++) {
        const victim = await shopAt(gateway)
        cleanup(victim.end)
        const { payment, number, ref } = await orderAt('clictopay', victim.url)
        await gateway.pay(ref)
        const halt = await Halt.at(point)
        const lost = confirmed(payment.publicId, victim.url).catch(() => 'no answer')
        await halt.reached()
        await victim.stop('SIGKILL')
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
    const { gateway, base } = shopWith('clictopay')
    for (let run = 0; run < repeats(1, 20); run++) {
      const victim = await shopAt(gateway)
      cleanup(victim.end)
      const [id, key] = [await startedCheckout(), randomUUID()]
      const body = { paymentMethod: 'clictopay' }
      const before = await gateway.entries('call')
      // Longer than it takes to kill who waits for it.
      await gateway.behave({ delayMs: promised(5_000) })
      const lost = complete(id, key, body, victim.url).catch(() => 'no answer')
      const isAsked = async () => {
        const calls = await gateway.entries('call')
        return calls.length > before.length
      }
      await waitUntil('the gateway to be asked', isAsked)
      await victim.stop('SIGKILL')
      assert.equal(await lost, 'no answer')
      await gateway.behave({})
      await assertBooks(assert)

      await sql('update idempotency_keys set locked_until = now()')
      const retried = await complete(id, key, body, base)
      assert.equal(retried.status, 201, retried.text)
      assert.match(paymentIn(retried).redirectUrl!, /\/pay\//)
      const again = await complete(id, key, body, base)
      assert.equal(again.text, retried.text)
      const [{ n }] = await sql<{ n: number }>('select count(*)::int as n from orders')
      assert.equal(n, run + 1)
      await assertLedger(assert, gateway)
      await assertBooks(assert)
    }
  })
})
