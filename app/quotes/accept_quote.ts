import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { offered } from '#app/checkout/choose_shipping'
import { completionAnswer } from '#app/checkout/completion_transformer'
import { type Decided, placePurchase, usePromotions } from '#app/checkout/placed_purchase'
import { takeOverStock } from '#app/inventory/reservations'
import { holderOfOrder } from '#app/orders/placing/place_order'
import { type Acting, actAs } from '#app/platform/database/act_as'
import { inTransaction } from '#app/platform/database/again'
import { sql } from '#app/platform/database/sql'
import type { Once } from '#app/platform/idempotency/answer_once'
import { shippingOptionsQuery } from '#app/shipping/shipping_options_query'
import type { Address } from '#app/tunisia/address'
import { holderOfQuote, type Quote } from '#app/quotes/quote'
import { lockedQuote } from '#app/quotes/quote_query'
import { expectMove, quoteExpired } from '#app/quotes/quote_refusals'

/** Ways to pay that need no page of a gateway; the order may be paid online afterwards, as any other. */
export const QUOTE_PAYMENTS = ['cod', 'transfer'] as const

export type Acceptance = {
  address: Address
  optionId: string
  paymentMethod: (typeof QUOTE_PAYMENTS)[number]
}

/**
 * Makes the order of a quote, at the prices that were quoted and with the pieces that are held: one
 * commit. Returns its number. Throws 409 once the quote has expired, was accepted or refused, and 422 for
 * shipping that is not offered there.
 * @param once when the answer is to be the same for a repeated request
 */
export const acceptQuote = (
  number: string,
  acceptance: Acceptance,
  acting: Acting,
  once?: Once
): Promise<string> =>
  inTransaction(async (trx) => {
    await actAs(trx, acting)
    const quote = await lockedQuote(number, trx)
    expectMove(quote, 'accept')
    const { order, payment } = await place(quote, acceptance, acting.actor, trx)
    await sql(
      `update quotes set state = 'accepted', order_id = $2, state_since = now() where id = $1`,
      [quote.id, order.id],
      trx
    )
    await once?.finish(201, completionAnswer(order, payment, quote.locale), trx)
    if (await takeOverStock(holderOfQuote(number), holderOfOrder(order.number), trx))
      return order.number
    throw quoteExpired()
  })

async function place(
  quote: Quote,
  { address, optionId, paymentMethod }: Acceptance,
  actor: string,
  trx: TransactionClientContract
) {
  const { governorate, ...contact } = address
  const option = offered(await shippingOptionsQuery(governorate, trx), optionId)
  const decided: Decided = { ...quote, shippingPrice: option.price }
  const terms = { paymentMethod, shippingOption: option.code, governorate, locale: quote.locale }
  const by = { actor, customerId: quote.customerId }
  const reached = { ...contact, email: quote.contact?.email ?? null }
  const placed = await placePurchase(decided, terms, { contact: reached, by }, trx)
  await usePromotions(decided, placed.order.number, { ...by, phone: contact.phone }, trx)
  return placed
}
