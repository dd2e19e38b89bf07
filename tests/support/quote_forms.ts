import { sellAtCounter } from '#app/quotes/sell_at_counter'
import { quoteToken } from '#app/quotes/quote_token'
import type { FilledForm } from '#tests/support/filled_form'
import { createProduct } from '#tests/support/catalogue'
import { knowSeller } from '#tests/support/invoices'
import { ACCEPTANCE, CONTACT, newPhone, openQuote } from '#tests/support/quotes'
import { createStaff, TESTING } from '#tests/support/staff'
import { loggedIn } from '#tests/support/web_visitor'

async function filled(way: string, fields: Record<string, string>): Promise<FilledForm> {
  const page = `/admin/quotes/${await openQuote()}`
  return { page, action: `${page}/${way}`, fields, browser: await loggedIn(await createStaff()) }
}

/** The form of a new quote, with a part in it. */
async function drafted(action: string): Promise<FilledForm> {
  const { sku } = await createProduct({ stock: 5 })
  const fields = {
    'fullName': CONTACT.fullName,
    'phone': newPhone(),
    'sku[]': sku,
    'quantity[]': '1',
  }
  return { page: '/admin/quotes/new', action, fields, browser: await loggedIn(await createStaff()) }
}

/** The form of whoever has the link. */
async function ofBuyer(): Promise<FilledForm> {
  const number = await openQuote()
  const token = quoteToken(number)
  const page = `/quotes/${number}?token=${encodeURIComponent(token)}`
  return { page, action: `/quotes/${number}/acceptance`, fields: { ...ACCEPTANCE, token } }
}

/** The receipt of a sale, where its invoice is issued. */
async function soldToSomebody(): Promise<FilledForm> {
  knowSeller()
  const member = await createStaff()
  const { sku } = await createProduct({ stock: 5 })
  const sale = { items: [{ sku, quantity: 1 }], passer: { fullName: null, phone: null } }
  const number = await sellAtCounter(
    { ...sale, locale: 'fr' },
    { customerId: null, groupId: null },
    'Comptoir',
    { ...TESTING, actor: member.actor }
  )
  const page = `/admin/quotes/counter-sales/${number}`
  const fields = { name: CONTACT.fullName, taxId: '1234567R/A/M/000', address: 'Sfax' }
  return { page, action: `${page}/invoice`, fields, browser: await loggedIn(member) }
}

/** Forms about quotes. */
export const quoteForms: Record<string, () => Promise<FilledForm>> = {
  '/quotes/:number/acceptance': ofBuyer,
  '/admin/quotes': () => drafted('/admin/quotes'),
  '/admin/quotes/counter-sales': () => drafted('/admin/quotes/counter-sales'),
  '/admin/quotes/counter-sales/:number/invoice': soldToSomebody,
  '/admin/quotes/:number/acceptance': () => filled('acceptance', ACCEPTANCE),
  '/admin/quotes/:number/extension': () => filled('extension', { hours: '24' }),
  '/admin/quotes/:number/refusal': () => filled('refusal', { reason: 'trop cher' }),
}
