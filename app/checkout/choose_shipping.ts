import { invalid } from '#app/platform/http/invalid'
import { type ShippingOption, shippingOptionsQuery } from '#app/shipping/shipping_options_query'
import { type CheckoutSession, expectId, SESSION_COLUMNS } from '#app/checkout/checkout_session'
import { incomplete } from '#app/checkout/checkout_refusals'
import { givenTo, openSession, sessionWriter } from '#app/checkout/write_session'

/** How the order of a session may reach its address. Throws 409 while there is none. */
export async function shippingOptionsOf(session: CheckoutSession): Promise<ShippingOption[]> {
  if (!session.address) throw incomplete(['shipping-address'])
  return shippingOptionsQuery(session.address.governorate)
}

const CHOICE = `
  update checkout_sessions s set shipping_option = r.option_code, shipping_price = r.price
  from ${givenTo('option text')} a, shipping_rates r
  where s.id = a.id and s.state = 'open' and r.governorate = s.governorate and r.option_code = a.option
  returning a.ordinality::int as nth, ${SESSION_COLUMNS}`

const writeChoice = sessionWriter<{ id: string; option: string }>(CHOICE)

/** One statement. Throws 422 for an option that is not offered there, 409 while there is no address. */
export async function chooseShipping(id: string, optionId: string): Promise<CheckoutSession> {
  expectId(id)
  const chosen = await writeChoice({ id, option: optionId })
  if (chosen) return chosen
  offered(await shippingOptionsOf(await openSession(id)), optionId)
  // The address was given, or the option made, in between; or the same session was written twice at once.
  return chooseShipping(id, optionId)
}

/** The one that was chosen of what is offered. Throws 422 for any other. */
export function offered(options: ShippingOption[], optionId: string): ShippingOption {
  const chosen = options.find(({ code }) => code === optionId)
  if (chosen) return chosen
  throw invalid('optionId', 'enum', 'This option is not offered there')
}
