import { alreadyCompleted } from '#app/checkout/checkout_refusals'
import {
  checkoutSession,
  type CheckoutSession,
  expectId,
  SESSION_COLUMNS,
} from '#app/checkout/checkout_session'
import { sql } from '#app/platform/database/sql'
import type { Address } from '#app/tunisia/address'

/** Another governorate has other rates: the choice of shipping is then open again. */
const ADDRESS = `
  update checkout_sessions s set full_name = $2, phone = $3, governorate = $4, delegation = $5, address = $6,
    postal_code = $7, notes = $8, shipping_option = case when s.governorate = $4 then s.shipping_option end,
    shipping_price = case when s.governorate = $4 then s.shipping_price end
  where s.id = $1 and s.state = 'open' returning ${SESSION_COLUMNS}`

/** Where an order goes: one statement. */
export async function setAddress(id: string, address: Address): Promise<CheckoutSession> {
  expectId(id)
  const [written] = await sql<CheckoutSession>(ADDRESS, [
    ...[id, address.fullName, address.phone, address.governorate, address.delegation],
    ...[address.address, address.postalCode, address.notes],
  ])
  if (written) return written
  await checkoutSession(id)
  throw alreadyCompleted()
}
