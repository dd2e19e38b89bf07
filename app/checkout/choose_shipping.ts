import { invalid } from '#app/platform/http/invalid'
import { sql } from '#app/platform/database/sql'
import { type ShippingOption, shippingOptionsQuery } from '#app/shipping/shipping_options_query'
import {
  checkoutSession,
  type CheckoutSession,
  expectId,
  SESSION_COLUMNS,
} from '#app/checkout/checkout_session'
import { alreadyCompleted, incomplete } from '#app/checkout/checkout_refusals'

/** How the order of a session may reach its address. Throws 409 while there is none. */
export async function shippingOptionsOf(session: CheckoutSession): Promise<ShippingOption[]> {
  if (!session.address) throw incomplete(['shipping-address'])
  return shippingOptionsQuery(session.address.governorate)
}

const CHOICE = `
  update checkout_sessions s set shipping_option = r.option_code, shipping_price = r.price
  from shipping_rates r
  where s.id = $1 and s.state = 'open' and r.governorate = s.governorate and r.option_code = $2
  returning ${SESSION_COLUMNS}`

/** One statement. Throws 422 for an option that is not offered there, 409 while there is no address. */
export async function chooseShipping(id: string, optionId: string): Promise<CheckoutSession> {
  expectId(id)
  const [chosen] = await sql<CheckoutSession>(CHOICE, [id, optionId])
  if (chosen) return chosen
  const session = await checkoutSession(id)
  if (session.state === 'completed') throw alreadyCompleted()
  offered(await shippingOptionsOf(session), optionId)
  // The address was given, or the option made, in between.
  return chooseShipping(id, optionId)
}

/** The one that was chosen of what is offered. Throws 422 for any other. */
export function offered(options: ShippingOption[], optionId: string): ShippingOption {
  const chosen = options.find(({ code }) => code === optionId)
  if (chosen) return chosen
  throw invalid('optionId', 'enum', 'This option is not offered there')
}
