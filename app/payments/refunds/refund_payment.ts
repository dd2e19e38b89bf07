import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Acting } from '#app/platform/database/act_as'
import { invalid } from '#app/platform/http/invalid'
import { orderQuery } from '#app/orders/order_query'
import type { OrderLine } from '#app/orders/order_event'
import { lockedPayment, type Payment, paymentOf } from '#app/payments/payment'
import { type Refund, type RefundedLine, refundsOf } from '#app/payments/refunds/refund'
import { promised, requestRefund } from '#app/payments/refunds/request_refund'

export type RefundWish = {
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
  kept: (refund: Refund, trx: TransactionClientContract) => Promise<void> = async () => {}
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
  const all = payment.captured - payment.refunded - (await promised(payment, trx))
  if (amount === undefined && all === 0) {
    throw invalid('amount', 'range', 'Nothing of this payment is left to be paid back')
  }
  return amount ?? all
}

/** What pieces of the order cost, unless they were paid back already. */
async function worthOf(
  payment: Payment,
  lines: RefundedLine[],
  trx: TransactionClientContract
): Promise<number> {
  const order = (await orderQuery(payment.orderNumber, trx))!
  const before = await refundsOf(payment.id, trx)
  const gone = before
    .filter(({ state }) => state !== 'failed')
    .flatMap((refund) => refund.lines ?? [])
  return lines.reduce((sum, line) => sum + worth(line, order.lines, gone), 0)
}

function worth({ sku, quantity }: RefundedLine, ordered: OrderLine[], gone: RefundedLine[]) {
  const line = ordered.find((candidate) => candidate.sku === sku)
  const before = gone
    .filter((refunded) => refunded.sku === sku)
    .reduce((sum, refunded) => sum + refunded.quantity, 0)
  const left = (line?.quantity ?? 0) - before
  if (line && quantity <= left) return line.unitPrice * quantity
  throw invalid('lines', 'lines', `${sku}: ${left} of the order can still be paid back`)
}
