import { randomBytes } from 'node:crypto'
import {
  type Asked,
  type Books,
  type Dialect,
  FAKE_KEYS,
  withQuery,
} from '#tests/fakes/gateways/dialect'

const refused = (code: string, message: string) => ({ errors: [{ code, target: '', message }] })

/** Konnect: one status, `completed` or `pending`; its hints are a GET with the reference alone. */
export const konnectDialect: Dialect = {
  answer(asked, books) {
    if (asked.headers['x-api-key'] !== FAKE_KEYS.konnect) {
      return { status: 401, json: refused('unauthorized', 'Invalid api key') }
    }
    if (asked.method === 'POST' && asked.path === '/payments/init-payment')
      return open(asked, books)
    const payment = books.find(asked.path.replace('/payments/', ''))
    if (!payment) return { status: 404, json: refused('not_found', 'Payment not found') }
    const isPaid = payment.paidState === 'paid'
    return {
      status: 200,
      json: {
        payment: {
          ...{ id: payment.ref, status: isPaid ? 'completed' : 'pending', type: 'immediate' },
          ...{ amount: payment.amount, token: payment.currency, orderId: payment.reference },
          ...{ amountDue: isPaid ? 0 : payment.amount, reachedAmount: isPaid ? payment.amount : 0 },
          expirationDate: new Date(payment.closesAt).toISOString(),
        },
      },
    }
  },
  hint: ({ hintUrl, ref }) => ({ method: 'GET', url: withQuery(hintUrl, 'payment_ref', ref) }),
  back: ({ paidState, returnUrl, failUrl, ref }) =>
    withQuery(paidState === 'paid' ? returnUrl : failUrl, 'payment_ref', ref),
}

function open({ body }: Asked, books: Books) {
  const wanted = JSON.parse(body) as Record<string, never>
  const { receiverWalletId, token, amount, orderId, webhook, successUrl, failUrl, lifespan } =
    wanted
  const isValid = receiverWalletId === FAKE_KEYS.konnectWallet && token === 'TND' && amount > 0
  if (!isValid) return { status: 422, json: refused('validation_error', 'Invalid body') }
  const { ref } = books.open({
    ref: randomBytes(12).toString('hex'),
    ...{ reference: orderId, amount, returnUrl: successUrl, failUrl, hintUrl: webhook },
    closesAt: Date.now() + lifespan * 60_000,
  })
  return { status: 200, json: { payUrl: `${books.origin}/pay/${ref}`, paymentRef: ref } }
}
