import type { HttpContext } from '@adonisjs/core/http'
import { customerOfPhone } from '#app/customers/customer_of_phone'
import { invalid } from '#app/platform/http/invalid'
import { localeOf } from '#app/platform/http/locale'
import type { Asking, Wish } from '#app/quotes/draw_up_quote'
import { type Draft, draftedContactValidator, itemsOf } from '#app/quotes/quote_draft'
import { readContact } from '#app/quotes/read_contact'

/** What the form of a new quote asks for, and whose it is. Throws 422 without parts, a name and a telephone. */
export async function wishInForm(ctx: HttpContext, draft: Draft): Promise<[Wish, Asking]> {
  const contact = readContact(await ctx.request.validateUsing(draftedContactValidator))
  const items = itemsOf(draft)
  if (items.length === 0) throw invalid('q', 'required', 'Choose a part first')
  const known = await customerOfPhone(contact.phone)
  const asking = { customerId: known?.id ?? null, groupId: known?.groupId ?? null, isAtDesk: true }
  return [{ items, contact, locale: localeOf(ctx) }, asking]
}
