import type { Infer } from '@vinejs/vine/types'
import type { I18n } from '@adonisjs/i18n'
import { PICKUP } from '#app/shipping/shipping_options_query'
import { readAddress } from '#app/tunisia/read_address'
import { shopPlace } from '#app/tunisia/shop_location'
import type { Acceptance } from '#app/quotes/accept_quote'
import type { acceptanceFormValidator } from '#app/quotes/quote_validators'

/** How somebody accepts a quote in a form: what is collected has the shop for its address. Throws 422. */
export function acceptanceInForm(
  typed: Infer<typeof acceptanceFormValidator>,
  i18n: I18n
): Acceptance {
  const { delegation = '', address = '', optionId, paymentMethod, ...contact } = typed
  const place =
    optionId === PICKUP
      ? { ...shopPlace(), address: i18n.t('quotes.collected') }
      : { governorate: typed.governorate, delegation, address }
  return { optionId, paymentMethod, address: readAddress({ ...contact, ...place }) }
}
