import { everyShippingOption } from '#app/shipping/shipping_options_query'
import { GOVERNORATES } from '#app/tunisia/governorates'
import { QUOTE_PAYMENTS } from '#app/quotes/accept_quote'
import { mayDo, type Quote } from '#app/quotes/quote'
import { timeLeft } from '#app/quotes/time_left'
import { shownPhone } from '#app/tunisia/phone'
import { shopPlace } from '#app/tunisia/shop_location'

/** What pages that show a quote need besides it. */
export const acceptanceForm = async ({ state, expiresAt }: Quote) => ({
  canAccept: mayDo(state, 'accept'),
  payments: QUOTE_PAYMENTS,
  governorates: GOVERNORATES,
  /** Most buyers live where the shop is. */
  governorate: shopPlace().governorate,
  options: await everyShippingOption(),
  ...{ left: timeLeft(expiresAt), shownPhone },
})
