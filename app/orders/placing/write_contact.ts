import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#app/platform/database/sql'
import type { Address } from '#app/tunisia/address'

/** Sends an order to another address, as part of `trx`; the mail address that was given stays. */
export async function writeContact(
  orderId: number,
  { fullName, phone, delegation, address, postalCode, notes }: Address,
  trx: TransactionClientContract
): Promise<void> {
  await sql(
    `insert into order_contacts (order_id, full_name, phone, delegation, address, postal_code, notes)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (order_id) do update set full_name = excluded.full_name, phone = excluded.phone,
       delegation = excluded.delegation, address = excluded.address, postal_code = excluded.postal_code,
       notes = excluded.notes`,
    [orderId, fullName, phone, delegation, address, postalCode, notes],
    trx
  )
}
