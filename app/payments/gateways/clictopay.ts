import { askGateway, expectDone } from '#app/payments/gateways/ask_gateway'
import { type Gateway, type Reading, unreadableHint } from '#app/payments/gateways/gateway'

type Keys = { userName: string; password: string; baseUrl: string }

type Told = {
  errorCode?: string
  orderNumber?: string
  orderStatus?: number
  amount?: number
  currency?: string
  paymentAmountInfo?: { refundedAmount?: number }
}

const TND = '788'
/** What its numbers say: registered, pre-authorised, paid, reversed, paid back, 3-D Secure begun, declined. */
const STATES: Reading['state'][] = [
  ...(['pending', 'authorised', 'paid', 'failed', 'paid', 'pending', 'failed'] as const),
]

/** ClicToPay (Monétique Tunisie): cards. Every answer is a 200, also a refusal; nothing is signed. */
export function clictopay({ userName, password, baseUrl }: Keys): Gateway {
  const ask = async (what: string, fields: Record<string, string>, idempotent = false) => {
    const { told } = await askGateway('clictopay', `${baseUrl}/${what}.do`, {
      ...{ method: 'POST', idempotent },
      form: { userName, password, ...fields },
    })
    const { errorCode } = told as Told
    expectDone('clictopay', errorCode === undefined || errorCode === '0', told)
    return told
  }
  return {
    method: 'clictopay',
    step: 1,
    async open(charge) {
      const told = await ask('register', {
        ...{ orderNumber: charge.reference, amount: String(charge.amount), currency: TND },
        ...{ returnUrl: charge.returnUrl, failUrl: charge.returnUrl },
        ...{ description: charge.description, language: charge.locale },
        sessionTimeoutSecs: String(charge.minutes * 60),
        ...(charge.email && { email: charge.email }),
      })
      const { orderId, formUrl } = told as { orderId?: string; formUrl?: string }
      expectDone('clictopay', !!orderId && !!formUrl, told)
      return { gatewayRef: orderId!, redirectUrl: formUrl! }
    },
    async read(gatewayRef) {
      const told = await ask('getOrderStatusExtended', { orderId: gatewayRef }, true)
      return readingOf(told)
    },
    readHint({ query, fields }) {
      const gatewayRef = query.orderId ?? query.mdOrder ?? fields.orderId ?? fields.mdOrder
      if (typeof gatewayRef !== 'string') throw unreadableHint('Name the payment in orderId.')
      return { gatewayRef, eventId: gatewayRef }
    },
    async refund(gatewayRef, amount) {
      await ask('refund', { orderId: gatewayRef, amount: String(amount) })
    },
  }
}

function readingOf(told: Told): Reading {
  const state = STATES[told.orderStatus ?? 0] ?? 'pending'
  return {
    state,
    amount: told.amount ?? 0,
    currency: told.currency === TND ? 'TND' : (told.currency ?? ''),
    reference: told.orderNumber ?? null,
    refunded: told.paymentAmountInfo?.refundedAmount ?? 0,
    ...(state === 'failed' && { failure: 'declined' }),
  }
}
