import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { releaseStock, reserveStock, takeOverStock } from '#app/inventory/reservations'
import { sql } from '#app/platform/database/sql'
import type { Locale } from '#app/platform/http/locale'
import type { Problem } from '#app/platform/http/problem'
import type { Once } from '#app/platform/idempotency/answer_once'
import { orderQuery } from '#app/orders/order_query'
import { holderOfOrder } from '#app/orders/placing/place_order'
import { openPage } from '#app/payments/intents/open_page'
import type { Payment } from '#app/payments/payment'
import { expectAvailable, isOnline, type PaymentMethod } from '#app/payments/payment_methods'
import { resumed } from '#app/payments/intents/start_intent'
import { offersQuery } from '#app/pricing/offers_query'
import { actorOf, type Buyer, buyerOf } from '#app/checkout/buyer'
import { alreadyCompleted, incomplete, priceChanged } from '#app/checkout/checkout_refusals'
import { checkoutSession, type CheckoutSession, holderOf } from '#app/checkout/checkout_session'
import { checkoutTotals } from '#app/checkout/checkout_totals'
import { completionAnswer } from '#app/checkout/completion_transformer'
import { currentLines, currentShipping } from '#app/checkout/current_prices'
import { placePurchase, usePromotions } from '#app/checkout/placed_purchase'
import { promotedLines } from '#app/checkout/promoted_lines'
import { missingOf } from '#app/inventory/stock_refusals'

type Completion = { paymentMethod: PaymentMethod; email?: string; locale: Locale }

/**
 * Places the order of a session: order, payment, stock, answer and events are one commit. Where a gateway
 * has to make a page first, that follows the commit, and the answer is part of the next one: the same key
 * after a crash between them finds the order and goes on. Never charges a total that the buyer has not
 * seen: the session then shows the new one. Throws 409 when something is missing, gone, dearer or
 * cheaper, or ordered already, 422 for a way to pay that is not offered.
 */
export async function completeCheckout(id: string, completion: Completion, once: Once) {
  const payment = once.resource
    ? await resumed(Number(once.resource), once)
    : await placed(id, completion, once)
  if (payment) await openPage(payment, (opened, trx) => answer(opened, completion, once, trx))
}

/** The payment whose page is to be made; nothing when it needs none, and the order is answered. */
async function placed(id: string, completion: Completion, once: Once) {
  // Whoever has ordered is answered, and goes on, though the way to pay has been switched off since.
  await expectAvailable(completion.paymentMethod, 'paymentMethod')
  const outcome = await db.transaction(async (trx): Promise<Payment | Problem | undefined> => {
    const session = await checkoutSession(id, { trx, lock: true })
    expectReady(session)
    const buyer = await buyerOf(session, trx)
    const now = await current(session, buyer, trx)
    if (now.total === session.total) return place(now, buyer, completion, once, trx)
    await showPrices(now, trx)
    return priceChanged(session.total, now.total)
  })
  if (outcome instanceof Error) throw outcome
  return outcome
}

async function answer(
  payment: Payment,
  { locale }: Completion,
  once: Once,
  trx: TransactionClientContract
) {
  const order = await orderQuery(payment.orderNumber, trx)
  await once.finish(201, completionAnswer(order, payment, locale), trx)
}

function expectReady({ state, address, shippingOption }: CheckoutSession) {
  if (state === 'completed') throw alreadyCompleted()
  const missing = [
    ...(address ? [] : ['shipping-address']),
    ...(shippingOption ? [] : ['shipping-option']),
  ]
  if (missing.length) throw incomplete(missing)
}

/** The session at the prices of now, for whoever buys. */
async function current(
  session: CheckoutSession,
  buyer: Buyer,
  trx: TransactionClientContract
): Promise<CheckoutSession> {
  const shippingPrice = await currentShipping(session, trx)
  const present = await currentLines(session.lines, buyer.groupId, trx)
  const offers = await offersQuery({ ...buyer, phone: session.address!.phone }, trx)
  const now = { ...session, ...promotedLines(present, offers), shippingPrice }
  return { ...now, total: checkoutTotals(now).total }
}

async function place(
  session: CheckoutSession,
  buyer: Buyer,
  { paymentMethod, email, locale }: Completion,
  once: Once,
  trx: TransactionClientContract
): Promise<Payment | undefined> {
  const { governorate, ...contact } = session.address!
  const decided = { ...session, shippingPrice: session.shippingPrice! }
  const terms = { paymentMethod, shippingOption: session.shippingOption!, governorate, locale }
  const by = { actor: actorOf(buyer), customerId: buyer.customerId }
  const reached = { ...contact, email: email ?? buyer.email }
  const { order, payment } = await placePurchase(decided, terms, { contact: reached, by }, trx)
  await close(session, order.id, trx)
  if (isOnline(paymentMethod)) await once.remember(String(payment.id), trx)
  else await once.finish(201, completionAnswer(order, payment, locale), trx)
  // What everybody wants comes last: its rows are locked until the commit.
  await usePromotions(decided, order.number, { ...by, phone: contact.phone }, trx)
  await holdFor(order.number, session, trx)
  return isOnline(paymentMethod) ? payment : undefined
}

/** What was ordered leaves the cart; what has come in since stays. */
async function close(
  { id, cartId, lines }: CheckoutSession,
  orderId: number,
  trx: TransactionClientContract
) {
  await sql(
    `with bought as (
       select product, sum(pieces)::int as pieces from unnest($4::int[], $5::int[]) b (product, pieces) group by 1
     ), emptied as (
       delete from cart_items i using bought b
       where i.cart_id = $2 and i.product_id = b.product and i.quantity <= b.pieces
     ), lessened as (
       update cart_items i set quantity = i.quantity - b.pieces from bought b
       where i.cart_id = $2 and i.product_id = b.product and i.quantity > b.pieces
     )
     update checkout_sessions set state = 'completed', order_id = $3 where id = $1`,
    [
      ...[id, cartId, orderId],
      ...[lines.map(({ productId }) => productId), lines.map(({ quantity }) => quantity)],
    ],
    trx
  )
}

/** The order takes over what the session held; what has expired meanwhile is taken again, if it is still there. */
async function holdFor(number: string, session: CheckoutSession, trx: TransactionClientContract) {
  const holder = holderOfOrder(number)
  if (await takeOverStock(holderOf(session), holder, trx)) return
  await releaseStock(holderOf(session), trx)
  const missing = await reserveStock(holder, session.lines, null, trx)
  if (missing.length) throw missingOf(missing, session.lines)
}

async function showPrices(
  { id, lines, promotions, shippingPrice, total }: CheckoutSession,
  trx: TransactionClientContract
) {
  await sql(
    `update checkout_sessions set lines = $2, promotions = $3, shipping_price = $4, total = $5
     where id = $1`,
    [id, JSON.stringify(lines), JSON.stringify(promotions), shippingPrice, total],
    trx
  )
}
