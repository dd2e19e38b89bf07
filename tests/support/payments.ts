import { randomUUID } from 'node:crypto'
import type { Assert } from '@japa/assert'
import env from '#start/env'
import { sql } from '#app/platform/database/sql'
import type { Payment } from '#app/payments/payment'
import { paymentOf } from '#app/payments/payment'
import type { OnlineMethod } from '#app/payments/gateways/gateway'
import { FakeGateway } from '#tests/fakes/gateways/fake_gateway'
import { complete, orderIn, startedCheckout } from '#tests/support/purchases'

const BASE = `http://${process.env.HOST}:${process.env.PORT}`

/** A fake gateway that the shop of this process uses until `cleanup`. */
export async function fakeGateway(
  method: OnlineMethod,
  cleanup: (task: () => Promise<void>) => void
): Promise<FakeGateway> {
  const gateway = await FakeGateway.start(method)
  const names = Object.entries(gateway.settings) as [Parameters<typeof env.set>[0], string][]
  for (const [name, value] of names) env.set(name, value as never)
  cleanup(async () => {
    for (const [name] of names) {
      env.set(name, undefined as never)
      // The environment holds text only: it would hand `undefined` on to child processes.
      delete process.env[name]
    }
    await gateway.stop()
  })
  return gateway
}

type PaymentData = {
  id: string
  state: string
  method: string
  redirectUrl: string | null
  failure: string | null
}

export const paymentIn = ({ text }: { text: string }) =>
  (JSON.parse(text) as { data: { payment: PaymentData } }).data.payment

/** An order that is being paid at a gateway: its buyer has the address of the page. */
export async function orderToPay(
  method: OnlineMethod | 'transfer' | 'cod',
  checkout?: string,
  base = BASE,
  email?: string
) {
  const id = checkout ?? (await startedCheckout())
  const answer = await complete(id, randomUUID(), { paymentMethod: method, email }, base)
  const order = orderIn(answer)
  const payment = await paymentOf(paymentIn(answer).id)
  return { order, payment, number: order.number, ref: payment.gatewayRef! }
}

/** Asks for another attempt, as a storefront does: with the token of the order, or by its number alone. */
export async function intent(
  orderNumber: string,
  method: string,
  {
    key = randomUUID() as string,
    base = BASE,
    token,
  }: { key?: string; base?: string; token?: string } = {}
) {
  const response = await fetch(`${base}/api/v1/payments/intents`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ orderNumber, method, token }),
  })
  return { status: response.status, text: await response.text() }
}

/** Asks the shop to read a payment at its gateway. */
export async function confirmed(id: string, base = BASE) {
  const response = await fetch(`${base}/api/v1/payments/intents/${id}/confirm`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  const { data } = (await response.json()) as { data: PaymentData }
  return { status: response.status, ...data }
}

/** Delivers what a gateway says; resolves with the status of the answer. */
export async function deliver(
  { method, url, headers, body }: { method: string; url: string } & RequestInit,
  base = BASE
): Promise<number> {
  const { pathname, search } = new URL(url)
  const response = await fetch(base + pathname + search, { method, headers, body })
  await response.arrayBuffer()
  return response.status
}

export const statesOf = async (number: string) => {
  const [states] = await sql<{ state: string; payment: string; delivery: string }>(
    `select state, payment_state as payment, delivery_state as delivery from orders where number = $1`,
    [number]
  )
  return states
}

/** How often something has happened to an order. */
export async function eventCount(number: string, type: string): Promise<number> {
  const [{ n }] = await sql<{ n: number }>(
    `select count(*)::int as n from order_events e join orders o on o.id = e.order_id where number = $1 and type = $2`,
    [number, type]
  )
  return n
}

/** Fails unless every charge and refund of the gateway is in our books, once, and no other. */
export async function assertLedger(assert: Assert, gateway: FakeGateway) {
  const theirs = async (type: string) => {
    const entries = await gateway.entries(type)
    return entries.map(({ reference, amount }) => `${reference} ${amount}`).sort()
  }
  const ours = await sql<Pick<Payment, 'reference' | 'captured' | 'refunded'>>(
    'select reference, captured, refunded from payments where method = $1 and captured > 0',
    [gateway.method]
  )
  assert.deepEqual(
    ours.map(({ reference, captured }) => `${reference} ${captured}`).sort(),
    await theirs('charge')
  )
  const refunds = await sql<{ told: string }>(
    `select p.reference || ' ' || r.amount as told from refunds r join payments p on p.id = r.payment_id
     where r.state = 'done' and p.method = $1 order by 1`,
    [gateway.method]
  )
  assert.deepEqual(
    refunds.map(({ told }) => told),
    await theirs('refund')
  )
}
