import type { HttpContext } from '@adonisjs/core/http'
import { customerOfPhone } from '#app/customers/customer_of_phone'
import { readPhone } from '#app/customers/read_phone'
import { invalid } from '#app/platform/http/invalid'
import { localeOf } from '#app/platform/http/locale'
import type { Asking, Wish } from '#app/quotes/draw_up_quote'
import {
  type Draft,
  draftedContactValidator,
  itemsOf,
  passerValidator,
} from '#app/quotes/quote_draft'
import { readContact } from '#app/quotes/read_contact'
import type { Sale } from '#app/quotes/sell_at_counter'

/** What the form of a new quote asks for, and whose it is. Throws 422 without parts, a name and a telephone. */
export async function wishInForm(ctx: HttpContext, draft: Draft): Promise<[Wish, Asking]> {
  const contact = readContact(await ctx.request.validateUsing(draftedContactValidator))
  return [{ items: chosenOf(draft), contact, locale: localeOf(ctx) }, await askingOf(contact.phone)]
}

/** The same form, for somebody who pays and leaves: without parts it is a 422, without a name it is somebody. */
export async function saleInForm(ctx: HttpContext, draft: Draft): Promise<[Sale, Asking]> {
  const { fullName = null, phone } = await ctx.request.validateUsing(passerValidator)
  const passer = { fullName, phone: phone ? readPhone<never>(phone) : null }
  return [{ items: chosenOf(draft), passer, locale: localeOf(ctx) }, await askingOf(passer.phone)]
}

function chosenOf(draft: Draft) {
  const items = itemsOf(draft)
  if (items.length === 0) throw invalid('q', 'required', 'Choose a part first')
  return items
}

async function askingOf(phone: string | null): Promise<Asking> {
  const known = phone ? await customerOfPhone(phone) : undefined
  return { customerId: known?.id ?? null, groupId: known?.groupId ?? null, isAtDesk: true }
}
