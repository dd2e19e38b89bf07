import { askGateway, expectDone } from '#app/payments/gateways/ask_gateway'
import { type Gateway, type Reading, unreadableHint } from '#app/payments/gateways/gateway'

type Keys = { apiKey: string; walletId: string; baseUrl: string }

type Told = {
  payment?: {
    status?: string
    amount?: number
    token?: string
    orderId?: string
    expirationDate?: string
  }
}

/** Konnect (konnect.network): cards, e-DINAR and its wallet. Hints are unsigned; refunds are made by hand there. */
export function konnect({ apiKey, walletId, baseUrl }: Keys): Gateway {
  const headers = { 'x-api-key': apiKey }
  return {
    method: 'konnect',
    step: 1,
    async open(charge) {
      const [firstName, ...lastName] = charge.fullName.split(' ')
      const { status, told } = await askGateway('konnect', `${baseUrl}/payments/init-payment`, {
        ...{ method: 'POST', headers },
        json: {
          ...{ receiverWalletId: walletId, token: 'TND', amount: charge.amount, type: 'immediate' },
          ...{ description: charge.description, orderId: charge.reference },
          ...{ acceptedPaymentMethods: ['wallet', 'bank_card', 'e-DINAR'] },
          ...{ lifespan: charge.minutes, checkoutForm: false, addPaymentFeesToAmount: false },
          ...{ firstName, lastName: lastName.join(' '), email: charge.email ?? undefined },
          ...{ phoneNumber: charge.phone?.replace('+216', '') },
          ...{ webhook: charge.hintUrl, silentWebhook: true, theme: 'light' },
          ...{ successUrl: charge.returnUrl, failUrl: charge.returnUrl },
        },
      })
      const { payUrl, paymentRef } = told as { payUrl?: string; paymentRef?: string }
      expectDone('konnect', status === 200 && !!payUrl && !!paymentRef, told)
      return { gatewayRef: paymentRef!, redirectUrl: payUrl! }
    },
    async read(gatewayRef) {
      const url = `${baseUrl}/payments/${encodeURIComponent(gatewayRef)}`
      const { status, told } = await askGateway('konnect', url, { headers })
      const { payment } = told as Told
      expectDone('konnect', status === 200 && !!payment, told)
      return readingOf(payment!)
    },
    readHint({ query, fields }) {
      const gatewayRef = query.payment_ref ?? fields.payment_ref
      if (typeof gatewayRef !== 'string') throw unreadableHint('Name the payment in payment_ref.')
      return { gatewayRef, eventId: gatewayRef }
    },
  }
}

/** `pending` also means failed, or not tried: only time tells. */
function readingOf(payment: NonNullable<Told['payment']>): Reading {
  const facts = {
    amount: payment.amount ?? 0,
    currency: payment.token ?? '',
    reference: payment.orderId ?? null,
    refunded: 0,
  }
  if (payment.status === 'completed') return { ...facts, state: 'paid' }
  const isOver = !!payment.expirationDate && Date.parse(payment.expirationDate) < Date.now()
  return isOver ? { ...facts, state: 'failed', failure: 'expired' } : { ...facts, state: 'pending' }
}
