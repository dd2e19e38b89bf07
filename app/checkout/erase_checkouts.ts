import type { CustomerErased } from '#app/customers/customer_erased'
import { sql } from '#app/platform/database/sql'

/** Erases where a customer had things sent: begun checkouts end, ordered ones forget their address. */
export async function eraseCheckouts({ customerId, trx }: CustomerErased): Promise<void> {
  await sql(
    `delete from checkout_sessions where cart_id in (select id from carts where customer_id = $1)
       or order_id in (select id from orders where customer_id = $1)`,
    [customerId],
    trx
  )
}
