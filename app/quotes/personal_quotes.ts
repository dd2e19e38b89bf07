import type { CustomerErased } from '#app/customers/customer_erased'
import { keepsPersonalData } from '#app/customers/personal_data'
import { sql } from '#app/platform/database/sql'

/** Amounts in millimes. */
const QUOTES = `
  select number, created_at as "createdAt", expires_at as "expiresAt", state, total, full_name as "fullName", phone, email
  from quotes where customer_id = $1 order by id`

keepsPersonalData({ key: 'quotes', of: (customerId) => sql(QUOTES, [customerId]) })

/** Forgets whom the quotes of a customer were for. */
export async function eraseQuoteContacts({ customerId, trx }: CustomerErased): Promise<void> {
  await sql(
    'update quotes set full_name = null, phone = null, email = null, customer_id = null where customer_id = $1',
    [customerId],
    trx
  )
}
