import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Once } from '#app/platform/idempotency/answer_once'
import { inTransaction } from '#app/platform/database/again'
import { sql } from '#app/platform/database/sql'
import { changeOrder } from '#app/orders/changing/change_order'
import { lockedOrder, type KeptOrder, orderQuery } from '#app/orders/order_query'
import { bringBack } from '#app/payments/intents/bring_back'
import { createPayment } from '#app/payments/intents/create_payment'
import { giveWay } from '#app/payments/intents/give_way'
import { orderPaid, tooManyAttempts } from '#app/payments/intents/intent_refusals'
import { openPage } from '#app/payments/intents/open_page'
import { payAside, wouldReplace } from '#app/payments/intents/pay_aside'
import { type Payment, paymentById, paymentsOfOrder } from '#app/payments/payment'
import { expectAvailable, isOnline, type PaymentMethod } from '#app/payments/payment_methods'
import { paymentAnswer } from '#app/payments/intents/payment_transformer'
import { settle } from '#app/payments/settling/settle'

/** How somebody wants to pay. Whoever has but the number of an order is not its buyer, and changes nothing before money comes. */
type IntentWish = { method: PaymentMethod; actor: string; isBuyer: boolean }

/** Who tries more often than this wants something else than to pay. */
const MOST_ATTEMPTS = 20

/** What is kept of a request between its commits, and how it is answered. */
type Kept = Pick<Once, 'resource' | 'remember'> & {
  answer(payment: Payment, trx: TransactionClientContract): Promise<unknown>
}

/**
 * Begins another attempt to pay an order, or finds the one that is open; the buyer may have chosen another
 * way. The attempt is one commit, the page that its gateway makes and the answer the next one: whoever
 * comes again with the same key after a crash goes on between them. Throws 404 for an order that is not
 * there, 409 for one that is paid, cancelled, or whose money may be on its way, 422 for a way that is not offered.
 */
export function startIntent(number: string, wish: IntentWish, once: Once): Promise<void> {
  return attempt(number, wish, {
    ...once,
    answer: (payment, trx) => once.finish(201, { data: paymentAnswer(payment) }, trx),
  })
}

/** The same from a page, where pressing twice finds the attempt that is open. Returns it. */
export async function startAttempt(number: string, wish: IntentWish): Promise<Payment> {
  const answers: Payment[] = []
  const answer = async (payment: Payment) => void answers.push(payment)
  await attempt(number, wish, { resource: null, remember: async () => {}, answer })
  // The one that was committed: what was taken back before it has answered too.
  return answers.at(-1)!
}

async function attempt(number: string, wish: IntentWish, kept: Kept) {
  const payment = kept.resource
    ? await resumed(Number(kept.resource), kept)
    : await begun(number, wish, kept)
  if (payment) await openPage(payment, (opened, trx) => kept.answer(opened, trx))
}

/** The attempt whose page is to be made; nothing when it needs none, and is answered. */
async function begun(
  number: string,
  { method, actor, isBuyer }: IntentWish,
  kept: Kept
): Promise<Payment | undefined> {
  await expectAvailable(method, 'method')
  await lookAtOpen(number)
  return inTransaction(async (trx) => {
    const order = await lockedOrder(number, trx)
    const payments = await paymentsOfOrder(order.id, trx)
    const isAside = !isBuyer && wouldReplace(order, payments)
    expectOwed(
      order,
      payments.filter((payment) => payment.isAside === isAside)
    )
    const payment = isAside
      ? await payAside(order, payments, { method, actor }, trx)
      : ((await giveWay(payments, method, trx)) ??
        (await nextAttempt(order, { method, actor }, trx)))
    if (isOnline(method)) await kept.remember(String(payment.id), trx)
    else await kept.answer(payment, trx)
    return isOnline(method) ? payment : undefined
  })
}

async function nextAttempt(
  order: KeptOrder,
  { method, actor }: Pick<IntentWish, 'method' | 'actor'>,
  trx: TransactionClientContract
): Promise<Payment> {
  await bringBack(order, actor, trx)
  if (order.paymentMethod !== method) {
    const change = { type: 'payment.method_changed', data: { method } } as const
    await changeOrder(order.number, change, actor, trx)
  }
  return createPayment(order, method, actor, trx)
}

/** Before there is another page, the one there is may have been paid. */
async function lookAtOpen(number: string) {
  const order = await orderQuery(number)
  const payments = await paymentsOfOrder(order.id)
  const looked = payments.filter(({ state }) => state === 'redirected' || state === 'unknown')
  for (const payment of looked) await settle(payment)
}

function expectOwed({ paymentState, number }: KeptOrder, payments: Payment[]) {
  if (paymentState !== 'due' && paymentState !== 'void') throw orderPaid(number)
  if (payments.length >= MOST_ATTEMPTS) throw tooManyAttempts()
}

/** A try before this one has died between its commit and its answer: its page is nobody's. */
export async function resumed(id: number, { remember }: Pick<Once, 'remember'>): Promise<Payment> {
  const payment = await paymentById(id)
  if (payment.state !== 'created') return payment
  return inTransaction(async (trx) => {
    const order = await lockedOrder(payment.orderNumber, trx)
    await giveWay([await paymentById(id, trx)], payment.method, trx, { isDead: true })
    const actor = await beginnerOf(payment, trx)
    const next = await createPayment(order, payment.method, actor, trx, payment)
    await remember(String(next.id), trx)
    return next
  })
}

/** Who began an attempt. */
async function beginnerOf({ id }: Payment, trx: TransactionClientContract): Promise<string> {
  const [{ actor }] = await sql<{ actor: string }>(
    'select actor from payment_events where payment_id = $1 order by id limit 1',
    [id],
    trx
  )
  return actor
}
