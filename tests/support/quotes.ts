import { drawUpQuote } from '#app/quotes/draw_up_quote'
import { extendQuote } from '#app/quotes/extend_quote'
import type { QuoteState } from '#app/quotes/quote'
import { quoteQuery } from '#app/quotes/quote_query'
import { quoteToken } from '#app/quotes/quote_token'
import { sql } from '#app/platform/database/sql'
import { createProduct } from '#tests/support/catalogue'
import { ADDRESS } from '#tests/support/purchases'
import { TESTING } from '#tests/support/staff'

export const CONTACT = { fullName: 'Amel Ben Salah', phone: '20 123 456' }

/** How somebody accepts a quote who wants it brought. */
export const ACCEPTANCE = { ...ADDRESS, optionId: 'home', paymentMethod: 'cod' }

let asked = 0
/** A telephone that has asked for nothing yet. */
export const newPhone = () => `+21620${String(100_000 + asked++)}`

/** An open quote of so many pieces of a product: its number. */
export async function openQuote(items?: { sku: string; quantity: number }[]): Promise<string> {
  const wanted = items ?? [{ ...(await somePart()), quantity: 1 }]
  const contact = { ...CONTACT, phone: newPhone(), email: null }
  return drawUpQuote(
    { items: wanted, contact, locale: 'fr' },
    { customerId: null, groupId: null },
    TESTING
  )
}

async function somePart() {
  const { sku } = await createProduct()
  return { sku }
}

export async function stateOf(number: string): Promise<QuoteState> {
  const { state } = await quoteQuery(number)
  return state
}

/** As if its time were over: nobody has tidied up yet. */
export async function letExpire(number: string) {
  await sql(`update quotes set expires_at = now() - interval '1 second' where number = $1`, [
    number,
  ])
  await sql(
    `update reservations set expires_at = now() - interval '1 second' where holder = $1 and state = 'held'`,
    [`quote:${number}`]
  )
}

/** What hostile requests need to get past the first check. */
export async function existingQuotes() {
  const quoteNumber = await openQuote()
  await extendQuote(quoteNumber, 24, TESTING)
  const quoteForBuyer = await openQuote()
  return {
    ...{ quoteForBuyer, quoteForBuyerToken: quoteToken(quoteForBuyer) },
    ...{ quoteNumber, quoteToken: quoteToken(quoteNumber) },
    ...{ quoteToAccept: await openQuote(), quoteToRefuse: await openQuote() },
  }
}
