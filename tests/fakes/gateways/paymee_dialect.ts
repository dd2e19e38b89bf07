import { createHash, randomBytes } from 'node:crypto'
import {
  type Asked,
  type Books,
  type Dialect,
  FAKE_KEYS,
  withQuery,
} from '#tests/fakes/gateways/dialect'

/** Paymee, API v2: amounts in dinars, hints with an md5 that does not cover the amount. */
export const paymeeDialect: Dialect = {
  answer(asked, books) {
    if (asked.headers.authorization !== `Token ${FAKE_KEYS.paymee}`) {
      return { status: 401, json: { status: false, message: 'Invalid token' } }
    }
    if (asked.method === 'POST' && asked.path === '/payments/create') return open(asked, books)
    const payment = books.find(asked.path.split('/')[2])
    if (!payment) return { status: 404, json: { status: false, message: 'Not found' } }
    return {
      status: 200,
      json: {
        ...{ status: true, message: 'Success', code: 50 },
        data: {
          ...{ token: payment.ref, order_id: payment.reference, amount: payment.amount / 1000 },
          payment_status: payment.paidState === 'paid',
        },
      },
    }
  },
  hint(payment) {
    const isPaid = payment.paidState === 'paid'
    const fields = {
      ...{ token: payment.ref, payment_status: isPaid ? 'True' : 'False' },
      check_sum: createHash('md5')
        .update(`${payment.ref}${isPaid ? '1' : '0'}${FAKE_KEYS.paymee}`)
        .digest('hex'),
      ...{ order_id: payment.reference, amount: String(payment.amount / 1000) },
    }
    return {
      ...{ method: 'POST', url: payment.hintUrl, body: new URLSearchParams(fields).toString() },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }
  },
  back: ({ paidState, returnUrl, failUrl, ref }) =>
    withQuery(paidState === 'paid' ? returnUrl : failUrl, 'payment_token', ref),
}

function open({ body }: Asked, books: Books) {
  const wanted = JSON.parse(body) as Record<string, string> & { amount: number }
  const isValid = wanted.amount > 0 && wanted.webhook_url && wanted.first_name && wanted.note
  if (!isValid) return { status: 422, json: { status: false, message: 'Invalid body' } }
  const { ref } = books.open({
    ref: randomBytes(16).toString('hex'),
    ...{ reference: wanted.order_id, amount: Math.round(wanted.amount * 1000) },
    ...{ hintUrl: wanted.webhook_url, returnUrl: wanted.return_url, failUrl: wanted.cancel_url },
    closesAt: Date.now() + 30 * 60_000,
  })
  const data = {
    ...{ token: ref, order_id: wanted.order_id, amount: wanted.amount },
    payment_url: `${books.origin}/pay/${ref}`,
  }
  return { status: 200, json: { status: true, message: 'Success', code: 50, data } }
}
