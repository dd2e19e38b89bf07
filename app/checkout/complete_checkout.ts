import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { releaseStock, reserveStock, takingOver } from '#app/inventory/reservations'
import { inTransaction } from '#app/platform/database/again'
import type { SqlPart } from '#app/platform/database/sql_part'
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
import { actorOf, type Buyer } from '#app/checkout/buyer'
import { priceChanged } from '#app/checkout/checkout_refusals'
import { type CheckoutSession, holderOf } from '#app/checkout/checkout_session'
import { checkoutTotals } from '#app/checkout/checkout_totals'
import { completionAnswer } from '#app/checkout/completion_transformer'
import { placePurchase, usePromotions } from '#app/checkout/placed_purchase'
import { sessionToComplete } from '#app/checkout/session_to_complete'
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
  const outcome = await inTransaction(async (trx): Promise<Payment | Problem | undefined> => {
    const { seen, session, buyer } = await sessionToComplete(id, trx)
    const [before, total] = [checkoutTotals(seen).total, checkoutTotals(session).total]
    if (before === total) return place(session, buyer, completion, once, trx)
    await showPrices(session, trx)
    return priceChanged(before, total)
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
  const purchaser = { contact: reached, by }
  const { order, payment } = await placePurchase(decided, terms, purchaser, trx, [closed(session)])
  // What everybody wants comes last: its rows are locked until the commit.
  await usePromotions(decided, order.number, { ...by, phone: contact.phone }, trx)
  const held = takingOver(holderOf(session), holderOfOrder(order.number))
  const isHeld = isOnline(paymentMethod)
    ? await once.remember(String(payment.id), trx, held)
    : await once.finish(201, completionAnswer(order, payment, locale), trx, held)
  if (!isHeld) await holdAgain(order.number, session, trx)
  return isOnline(paymentMethod) ? payment : undefined
}

/** What was ordered leaves the cart; what has come in since stays. */
const CLOSED = `
  bought as (
    select l."productId" as product, sum(l.quantity)::int as pieces
    from given, jsonb_to_recordset(given.data -> 'lines') as l ("productId" int, quantity int)
    group by 1
  ), emptied as (
    delete from cart_items i using bought b
    where i.cart_id = ? and i.product_id = b.product and i.quantity <= b.pieces
  ), lessened as (
    update cart_items i set quantity = i.quantity - b.pieces from bought b
    where i.cart_id = ? and i.product_id = b.product and i.quantity > b.pieces
  ), closed as (
    update checkout_sessions s set state = 'completed', order_id = placed.id from placed where s.id = ?
  )`

const closed = ({ id, cartId }: CheckoutSession): SqlPart => ({
  sql: CLOSED,
  values: [cartId, cartId, id],
})

/** What the session held has expired meanwhile, and is taken again if it is still there. */
async function holdAgain(number: string, session: CheckoutSession, trx: TransactionClientContract) {
  await releaseStock(holderOf(session), trx)
  const missing = await reserveStock(holderOfOrder(number), session.lines, null, trx)
  if (missing.length) throw missingOf(missing, session.lines)
}

async function showPrices(
  { id, lines, promotions, shippingPrice }: CheckoutSession,
  trx: TransactionClientContract
) {
  await sql(
    `update checkout_sessions set lines = $2, promotions = $3, shipping_price = $4 where id = $1`,
    [id, JSON.stringify(lines), JSON.stringify(promotions), shippingPrice],
    trx
  )
}
