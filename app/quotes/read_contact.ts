import { readPhone } from '#app/customers/read_phone'
import type { QuoteContact } from '#app/quotes/quote'

type Typed = { fullName?: string; name?: string; phone: string; email?: string }

/** Whom a quote is for, as somebody typed it. Throws 422 for a telephone that nobody in Tunisia has. */
export const readContact = ({ fullName, name, phone, email }: Typed): QuoteContact => ({
  fullName: (fullName ?? name)!,
  phone: readPhone<never>(phone),
  email: email ?? null,
})
