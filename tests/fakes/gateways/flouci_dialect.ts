import { randomUUID } from 'node:crypto'
import {
  type Asked,
  type Books,
  type Dialect,
  FAKE_KEYS,
  withQuery,
} from '#tests/fakes/gateways/dialect'

const AUTHORIZATION = `Bearer ${FAKE_KEYS.flouciPublic}:${FAKE_KEYS.flouciPrivate}`
const WORDS = { open: 'PENDING', paid: 'SUCCESS', declined: 'FAILURE', expired: 'EXPIRED' }

/** Flouci, API v2: its hints are unsigned POSTs. */
export const flouciDialect: Dialect = {
  answer(asked, books) {
    if (asked.headers.authorization !== AUTHORIZATION) {
      return { status: 401, json: { success: false, message: 'Unauthorized' } }
    }
    if (asked.method === 'POST' && asked.path === '/generate_payment') return open(asked, books)
    const payment = books.find(asked.path.replace('/verify_payment/', ''))
    if (!payment) return { status: 404, json: { success: false } }
    return {
      status: 200,
      json: {
        success: true,
        result: {
          ...{ type: 'card', amount: payment.amount, status: WORDS[payment.paidState] },
          details: { currency: payment.currency === 'TND' ? '788' : '978', pan: '450921**1119' },
          developer_tracking_id: payment.reference,
          settlement_status: 'PROCESSING',
        },
        ...{ name: 'developers', code: 0, version: '2.0.0' },
      },
    }
  },
  hint: ({ hintUrl, ref, paidState, reference }) => ({
    ...{ method: 'POST', url: hintUrl, headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({
      ...{ payment_id: ref, status: WORDS[paidState], developer_tracking_id: reference },
    }),
  }),
  back: ({ paidState, returnUrl, failUrl, ref }) =>
    withQuery(paidState === 'paid' ? returnUrl : failUrl, 'payment_id', ref),
}

function open({ body }: Asked, books: Books) {
  const wanted = JSON.parse(body) as Record<string, string> & { session_timeout_secs?: number }
  const amount = Number(wanted.amount)
  if (!(amount > 0)) return { status: 400, json: { result: { success: false } } }
  const tracking = wanted.developer_tracking_id
  const { ref } = books.open({
    ref: randomUUID(),
    ...{ reference: tracking, amount, hintUrl: wanted.webhook },
    ...{ returnUrl: wanted.success_link, failUrl: wanted.fail_link },
    closesAt: Date.now() + (wanted.session_timeout_secs ?? 1200) * 1000,
  })
  const result = {
    ...{ success: true, payment_id: ref, link: `${books.origin}/pay/${ref}` },
    developer_tracking_id: tracking,
  }
  return { status: 200, json: { result, name: 'developers', code: 0, version: 'v2' } }
}
