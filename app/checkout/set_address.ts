import { type CheckoutSession, expectId, SESSION_COLUMNS } from '#app/checkout/checkout_session'
import { givenTo, openSession, sessionWriter } from '#app/checkout/write_session'
import type { Address } from '#app/tunisia/address'

const COLUMNS = `"fullName" text, phone text, governorate text, delegation text, address text, "postalCode" text, notes text`

/** Another governorate has other rates: the choice of shipping is then open again. */
const ADDRESS = `
  update checkout_sessions s set full_name = a."fullName", phone = a.phone, governorate = a.governorate,
    delegation = a.delegation, address = a.address, postal_code = a."postalCode", notes = a.notes,
    shipping_option = case when s.governorate = a.governorate then s.shipping_option end,
    shipping_price = case when s.governorate = a.governorate then s.shipping_price end
  from ${givenTo(COLUMNS)} a
  where s.id = a.id and s.state = 'open' returning a.ordinality::int as nth, ${SESSION_COLUMNS}`

const writeAddress = sessionWriter<Address & { id: string }>(ADDRESS)

/** Where an order goes: one statement. */
export async function setAddress(id: string, address: Address): Promise<CheckoutSession> {
  expectId(id)
  const written = await writeAddress({ ...address, id })
  if (written) return written
  await openSession(id)
  // The same session was written twice at once.
  return setAddress(id, address)
}
