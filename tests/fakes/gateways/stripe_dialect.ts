import { createHmac, randomBytes } from 'node:crypto'
import {
  type Answer,
  type Books,
  type Dialect,
  FAKE_KEYS,
  type FakePayment,
} from '#tests/fakes/gateways/dialect'

const refused = (status: number, message: string): Answer => ({
  status,
  json: { error: { type: 'invalid_request_error', message } },
})
const intentOf = ({ ref }: FakePayment) => ref.replace('cs_test_', 'pi_')

/** Stripe: hosted checkout sessions, signed events, refunds, and answers kept by `Idempotency-Key`. */
export const stripeDialect: Dialect = {
  answer({ method, path, headers, body }, books) {
    if (headers.authorization !== `Bearer ${FAKE_KEYS.stripe}`) return refused(401, 'No such key')
    const key = headers['idempotency-key']
    const known = key ? books.answers.get(key) : undefined
    if (known) return known
    const form = new URLSearchParams(body)
    const answer =
      method === 'GET'
        ? session(books.find(path.replace('/v1/checkout/sessions/', '')))
        : path === '/v1/refunds'
          ? refund(form, books)
          : open(form, books)
    if (key) books.answers.set(key, answer)
    return answer
  },
  hint(payment, event) {
    const body = JSON.stringify({
      id: `evt_${payment.ref}_${event}`,
      type: event,
      data: { object: { id: payment.ref, object: 'checkout.session' } },
    })
    const time = Math.floor(Date.now() / 1000)
    const signature = createHmac('sha256', FAKE_KEYS.stripeWebhook)
      .update(`${time}.${body}`)
      .digest('hex')
    return {
      ...{ method: 'POST', url: `${payment.hintUrl}`, body },
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': `t=${time},v1=${signature}`,
      },
    }
  },
  back: ({ paidState, returnUrl, failUrl }) => (paidState === 'paid' ? returnUrl : failUrl),
}

function session(payment: FakePayment | undefined): Answer {
  if (!payment) return refused(404, 'No such checkout.session')
  const isPaid = payment.paidState === 'paid'
  return {
    status: 200,
    json: {
      ...{ id: payment.ref, object: 'checkout.session', amount_total: payment.amount },
      status: isPaid ? 'complete' : payment.paidState === 'expired' ? 'expired' : 'open',
      payment_status: isPaid ? 'paid' : 'unpaid',
      ...{ currency: payment.currency.toLowerCase(), client_reference_id: payment.reference },
      payment_intent: isPaid
        ? {
            ...{ id: intentOf(payment), status: 'succeeded' },
            latest_charge: { amount_refunded: payment.refunded },
          }
        : null,
    },
  }
}

function open(form: URLSearchParams, books: Books): Answer {
  const amount = Number(form.get('line_items[0][price_data][unit_amount]'))
  if (form.get('line_items[0][price_data][currency]') !== 'tnd' || amount % 10 !== 0) {
    return refused(400, 'Invalid amount: the last digit must be 0')
  }
  const payment = books.open({
    ref: `cs_test_${randomBytes(16).toString('hex')}`,
    ...{ reference: form.get('client_reference_id')!, amount },
    // Stripe learns where to send events to from the settings of the account, not from the request.
    hintUrl: form.get('success_url')!.replace(/\/payments\/.*/, '/api/v1/webhooks/payments/stripe'),
    ...{ returnUrl: form.get('success_url')!, failUrl: form.get('cancel_url')! },
    closesAt: Number(form.get('expires_at')) * 1000,
  })
  return {
    status: 200,
    json: {
      id: payment.ref,
      object: 'checkout.session',
      url: `${books.origin}/pay/${payment.ref}`,
    },
  }
}

function refund(form: URLSearchParams, books: Books): Answer {
  const ref = (form.get('payment_intent') ?? '').replace('pi_', 'cs_test_')
  const isDone = books.refund(ref, Number(form.get('amount')))
  return isDone
    ? { status: 200, json: { id: `re_${randomBytes(8).toString('hex')}`, status: 'succeeded' } }
    : refused(400, 'Refund amount is greater than unrefunded amount on charge')
}
