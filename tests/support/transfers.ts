import { sql } from '#app/platform/database/sql'
import { receiveTransfer } from '#app/payments/by_hand/receive_transfer'
import { refundPayment } from '#app/payments/refunds/refund_payment'
import { placedOrder } from '#tests/support/purchases'
import { TESTING } from '#tests/support/staff'

/** The payment of an order that waits for its transfer. */
export async function awaitedTransfer(): Promise<{ id: string; number: string }> {
  const { number } = await placedOrder({ paymentMethod: 'transfer' })
  const [{ id }] = await sql<{ id: string }>(
    `select p.public_id as id from payments p join orders o on o.id = p.order_id where number = $1`,
    [number]
  )
  return { id, number }
}

/** The id of a transfer that has come. */
export async function receivedTransfer(): Promise<string> {
  const { id } = await awaitedTransfer()
  await receiveTransfer(id, 'VIR 4711', TESTING)
  return id
}

/** Money that came and is not what was asked for. */
export async function oddPayment(): Promise<{ id: string; number: string }> {
  const awaited = await awaitedTransfer()
  await sql(
    `with odd as (
       update payments set method = 'konnect', gateway_ref = public_id::text, state = 'unknown', alert = 'amount_mismatch'
       where public_id = $1 returning id, amount
     )
     insert into payment_events (payment_id, type, data, actor)
     select id, 'amount_mismatch', jsonb_build_object('amount', amount - 1), 'shop' from odd`,
    [awaited.id]
  )
  return awaited
}

/** A refund that waits for somebody to give the money back. */
export async function promisedRefund(): Promise<{ id: string; refundId: string }> {
  const id = await receivedTransfer()
  await refundPayment(id, { amount: 1_000, reason: 'retour' }, TESTING)
  const [{ refundId }] = await sql<{ refundId: string }>(
    `select r.public_id as "refundId" from refunds r join payments p on p.id = r.payment_id where p.public_id = $1`,
    [id]
  )
  return { id, refundId }
}
