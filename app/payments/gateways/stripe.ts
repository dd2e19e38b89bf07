import { askGateway, expectDone } from '#app/payments/gateways/ask_gateway'
import {
  forgedHint,
  type Gateway,
  type Hint,
  type Reading,
  unreadableHint,
} from '#app/payments/gateways/gateway'
import { isSignedByStripe } from '#app/payments/gateways/stripe_signature'

type Keys = { secretKey: string; webhookSecret: string; baseUrl: string }

type Session = {
  id?: string
  url?: string
  status?: string
  payment_status?: string
  amount_total?: number
  currency?: string
  client_reference_id?: string
  payment_intent?: {
    id?: string
    status?: string
    latest_charge?: { amount_refunded?: number } | null
  } | null
}

type StripeEvent = {
  id?: unknown
  data?: { object?: { id?: unknown; object?: unknown; metadata?: Record<string, unknown> } }
}

/** Stripe: its hosted checkout. Dinars have three decimals there, the last of which is 0. */
export function stripe({ secretKey, webhookSecret, baseUrl }: Keys): Gateway {
  const headers = { Authorization: `Bearer ${secretKey}` }
  const read = async (gatewayRef: string): Promise<Session> => {
    const id = encodeURIComponent(gatewayRef)
    const url = `${baseUrl}/v1/checkout/sessions/${id}?expand[]=payment_intent.latest_charge`
    const { status, told } = await askGateway('stripe', url, { headers })
    expectDone('stripe', status === 200, told)
    return told
  }
  return {
    method: 'stripe',
    step: 10,
    async open(charge) {
      const { status, told } = await askGateway('stripe', `${baseUrl}/v1/checkout/sessions`, {
        ...{ method: 'POST', idempotent: true },
        headers: { ...headers, 'Idempotency-Key': charge.reference },
        form: {
          ...{ mode: 'payment', client_reference_id: charge.reference },
          ...{ success_url: charge.returnUrl, cancel_url: charge.returnUrl },
          'line_items[0][quantity]': '1',
          'line_items[0][price_data][currency]': 'tnd',
          'line_items[0][price_data][unit_amount]': String(charge.amount),
          'line_items[0][price_data][product_data][name]': charge.description,
          'payment_intent_data[metadata][order_ref]': charge.reference,
          'expires_at': String(Math.floor(Date.now() / 1000) + Math.max(30, charge.minutes) * 60),
          ...(charge.email && { customer_email: charge.email }),
        },
      })
      const { id, url } = told as Session
      expectDone('stripe', status === 200 && !!id && !!url, told)
      return { gatewayRef: id!, redirectUrl: url! }
    },
    read: async (gatewayRef) => readingOf(await read(gatewayRef)),
    readHint({ headers: { 'stripe-signature': signature }, body }) {
      if (!isSignedByStripe(body, signature ?? '', webhookSecret)) throw forgedHint()
      return hintIn(JSON.parse(body) as StripeEvent)
    },
    async refund(gatewayRef, amount, key) {
      const { payment_intent: intent } = await read(gatewayRef)
      const { status, told } = await askGateway('stripe', `${baseUrl}/v1/refunds`, {
        ...{ method: 'POST', idempotent: true },
        headers: { ...headers, 'Idempotency-Key': key },
        form: { payment_intent: intent?.id ?? '', amount: String(amount) },
      })
      expectDone('stripe', status === 200, told)
    },
  }
}

function readingOf(session: Session): Reading {
  return {
    ...outcomeOf(session),
    amount: session.amount_total ?? 0,
    currency: (session.currency ?? '').toUpperCase(),
    reference: session.client_reference_id ?? null,
    refunded: session.payment_intent?.latest_charge?.amount_refunded ?? 0,
  }
}

function outcomeOf(session: Session): Pick<Reading, 'state' | 'failure'> {
  if (session.payment_status === 'paid') return { state: 'paid' }
  if (session.payment_intent?.status === 'requires_capture') return { state: 'authorised' }
  return session.status === 'expired'
    ? { state: 'failed', failure: 'expired' }
    : { state: 'pending' }
}

/** Of its checkout by id, of anything else by what we wrote on it. */
function hintIn({ id, data }: StripeEvent): Hint {
  const about = data?.object
  const reference = about?.metadata?.order_ref
  if (typeof id === 'string' && typeof about?.id === 'string' && about.id.startsWith('cs_')) {
    return { eventId: id, gatewayRef: about.id }
  }
  if (typeof id === 'string' && typeof reference === 'string') return { eventId: id, reference }
  throw unreadableHint('Send an event about a checkout session, or with metadata.order_ref.')
}
