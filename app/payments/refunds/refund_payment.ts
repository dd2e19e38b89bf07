import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Acting } from '#app/platform/database/act_as'
import { invalid } from '#app/platform/http/invalid'
import { orderQuery } from '#app/orders/order_query'
import type { OrderLine } from '#app/orders/order_event'
import { paidForPieces } from '#app/orders/paid_for_pieces'
import { lockedPayment, type Payment, paymentOf } from '#app/payments/payment'
import { type Refund, type RefundedLine, refundsOf } from '#app/payments/refunds/refund'
import { leftOf, requestRefund } from '#app/payments/refunds/request_refund'

type RefundWish = {
  /** In millimes; without it and without lines, all that is left. */
  amount?: number
  lines?: RefundedLine[]
  reason: string
  /** Of money that was given back by hand already. */
  document?: string
  key?: string
}

/**
 * Staff pays back: so much, these pieces, or all that is left. At the gateway where it can; otherwise the
 * refund waits for people, unless they name the document of what they have done.
 * @param kept what the same commit is to hold besides, such as the answer
 */
export async function refundPayment(
  publicId: string,
  wish: RefundWish,
  { actor }: Acting,
  kept: (refund: Refund, trx: TransactionClientContract) => Promise<unknown> = async () => {}
): Promise<void> {
  const { id } = await paymentOf(publicId)
  await db.transaction(async (trx) => {
    const payment = await lockedPayment(id, trx)
    const amount = await amountOf(payment, wish, trx)
    const asked = { ...wish, amount, actor }
    await kept(await requestRefund(payment, asked, trx), trx)
  })
}

async function amountOf(
  payment: Payment,
  { amount, lines }: RefundWish,
  trx: TransactionClientContract
): Promise<number> {
  if (lines?.length) return worthOf(payment, lines, trx)
  const all = await leftOf(payment, trx)
  if (amount === undefined && all === 0) {
    throw invalid('amount', 'range', 'Nothing of this payment is left to be paid back')
  }
  return amount ?? all
}

/** What was paid for pieces of the order, unless it was paid back already. */
async function worthOf(
  payment: Payment,
  lines: RefundedLine[],
  trx: TransactionClientContract
): Promise<number> {
  const order = await orderQuery(payment.orderNumber, trx)
  const before = await refundsOf(payment.id, trx)
  const gone = before
    .filter(({ state }) => state !== 'failed')
    .flatMap((refund) => refund.lines ?? [])
  const all = [...piecesOf(lines)].reduce((sum, asked) => sum + worth(asked, order.lines, gone), 0)
  if (all === 0) throw invalid('lines', 'range', 'Nothing was paid for these pieces')
  return all
}

/** How many of each: a SKU that is named twice is asked for once. */
function piecesOf(lines: RefundedLine[]) {
  const pieces = new Map<string, number>()
  for (const { sku, quantity } of lines) pieces.set(sku, (pieces.get(sku) ?? 0) + quantity)
  return pieces
}

/**
 * After promotions, as a credit note reckons it: by what all pieces up to here come to, so the last one takes what
 * rounding has left.
 */
function worth([sku, quantity]: [string, number], ordered: OrderLine[], gone: RefundedLine[]) {
  const line = ordered.find((candidate) => candidate.sku === sku)
  const before = piecesOf(gone).get(sku) ?? 0
  const left = (line?.quantity ?? 0) - before
  if (line && quantity <= left) {
    return paidForPieces(line, before + quantity) - paidForPieces(line, before)
  }
  throw invalid('lines', 'lines', `${sku}: ${left} of the order can still be paid back`)
}
