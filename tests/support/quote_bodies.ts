import { randomUUID } from 'node:crypto'
import { quoteToken } from '#app/quotes/quote_token'
import type { AcceptedBody } from '#tests/support/accepted_bodies'
import { createProduct } from '#tests/support/catalogue'
import { ACCEPTANCE, CONTACT, newPhone, openQuote } from '#tests/support/quotes'

const STAFF = '/api/admin/quotes'

/** Bodies that are accepted by the API of quotes. */
export const quoteBodies: Record<string, () => Promise<AcceptedBody>> = {
  'post /api/v1/quotes': async () => {
    const { sku } = await createProduct()
    const contact = { ...CONTACT, phone: newPhone() }
    return { url: '/api/v1/quotes', body: { items: [{ sku, quantity: 1 }], contact } }
  },
  'post /api/v1/quotes/{number}/acceptance': async () => {
    const number = await openQuote()
    return {
      url: `/api/v1/quotes/${number}/acceptance`,
      body: { ...ACCEPTANCE, token: quoteToken(number) },
      headers: { 'idempotency-key': randomUUID() },
    }
  },
  'post /api/admin/quotes/{number}/acceptance': async () => ({
    url: `${STAFF}/${await openQuote()}/acceptance`,
    body: ACCEPTANCE,
  }),
  'post /api/admin/quotes/{number}/extension': async () => ({
    url: `${STAFF}/${await openQuote()}/extension`,
    body: { hours: 24 },
  }),
  'post /api/admin/quotes/{number}/refusal': async () => ({
    url: `${STAFF}/${await openQuote()}/refusal`,
    body: { reason: 'trop cher' },
  }),
}
