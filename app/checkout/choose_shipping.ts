import { invalid } from '#app/platform/http/invalid'
import { sql } from '#app/platform/database/sql'
import { type ShippingOption, shippingOptionsQuery } from '#app/shipping/shipping_options_query'
import {
  checkoutSession,
  type CheckoutSession,
  SESSION_COLUMNS,
} from '#app/checkout/checkout_session'
import type { Address } from '#app/tunisia/address'
import { checkoutTotals } from '#app/checkout/checkout_totals'
import { alreadyCompleted, incomplete } from '#app/checkout/checkout_refusals'

/** Where an order goes. Another governorate has other rates: the choice of shipping is then open again. */
export async function setAddress(id: string, address: Address): Promise<CheckoutSession> {
  const session = await openSession(id)
  const keeps = session.address?.governorate === address.governorate
  const shippingPrice = keeps ? session.shippingPrice : null
  const { total } = checkoutTotals({ ...session, shippingPrice })
  const rows = await sql<CheckoutSession>(
    `update checkout_sessions s set full_name = $2, phone = $3, governorate = $4, delegation = $5, address = $6,
       postal_code = $7, notes = $8, shipping_option = $9, shipping_price = $10, total = $11
     where s.id = $1 and s.state = 'open' returning ${SESSION_COLUMNS}`,
    [
      ...[id, address.fullName, address.phone, address.governorate, address.delegation],
      ...[address.address, address.postalCode, address.notes],
      ...[keeps ? session.shippingOption : null, shippingPrice, total],
    ]
  )
  return stillOpen(rows)
}

/** How the order of a session may reach its address. Throws 409 while there is none. */
export async function shippingOptionsOf(session: CheckoutSession): Promise<ShippingOption[]> {
  if (!session.address) throw incomplete(['shipping-address'])
  return shippingOptionsQuery(session.address.governorate)
}

/** Throws 422 for an option that is not offered there. */
export async function chooseShipping(id: string, optionId: string): Promise<CheckoutSession> {
  const session = await openSession(id)
  const chosen = offered(await shippingOptionsOf(session), optionId)
  const { total } = checkoutTotals({ ...session, shippingPrice: chosen.price })
  const rows = await sql<CheckoutSession>(
    `update checkout_sessions s set shipping_option = $2, shipping_price = $3, total = $4
     where s.id = $1 and s.state = 'open' returning ${SESSION_COLUMNS}`,
    [id, chosen.code, chosen.price, total]
  )
  return stillOpen(rows)
}

/** The one that was chosen of what is offered. Throws 422 for any other. */
export function offered(options: ShippingOption[], optionId: string): ShippingOption {
  const chosen = options.find(({ code }) => code === optionId)
  if (chosen) return chosen
  throw invalid('optionId', 'enum', 'This option is not offered there')
}

async function openSession(id: string): Promise<CheckoutSession> {
  const session = await checkoutSession(id)
  if (session.state === 'completed') throw alreadyCompleted()
  return session
}

/** What was written; nothing was when somebody has completed the session in the meantime. */
function stillOpen([session]: CheckoutSession[]): CheckoutSession {
  if (!session) throw alreadyCompleted()
  return session
}
