import { askGateway, expectDone } from '#app/payments/gateways/ask_gateway'
import { type Gateway, type Reading, unreadableHint } from '#app/payments/gateways/gateway'

type Keys = { publicKey: string; privateKey: string; baseUrl: string }

type Told = {
  success?: boolean
  result?: {
    status?: string
    amount?: number | string
    developer_tracking_id?: string
    details?: { currency?: string }
  }
}

const OUTCOMES: Record<string, Pick<Reading, 'state' | 'failure'>> = {
  SUCCESS: { state: 'paid' },
  PREAUTH_SUCCESS: { state: 'authorised' },
  FAILURE: { state: 'failed', failure: 'declined' },
  EXPIRED: { state: 'failed', failure: 'expired' },
}

/** Flouci (flouci.com): cards and its wallet, in dinars only. Hints are unsigned; refunds are made by hand there. */
export function flouci({ publicKey, privateKey, baseUrl }: Keys): Gateway {
  const headers = { Authorization: `Bearer ${publicKey}:${privateKey}` }
  return {
    method: 'flouci',
    step: 1,
    async open(charge) {
      const { status, told } = await askGateway('flouci', `${baseUrl}/generate_payment`, {
        ...{ method: 'POST', headers },
        json: {
          ...{ amount: charge.amount, developer_tracking_id: charge.reference },
          ...{ success_link: charge.returnUrl, fail_link: charge.returnUrl },
          ...{ webhook: charge.hintUrl, accept_card: true },
          session_timeout_secs: charge.minutes * 60,
        },
      })
      const { result } = told as {
        result?: { success?: boolean; payment_id?: string; link?: string }
      }
      const isDone = status === 200 && result?.success === true
      expectDone('flouci', isDone && !!result.payment_id && !!result.link, told)
      return { gatewayRef: result!.payment_id!, redirectUrl: result!.link! }
    },
    async read(gatewayRef) {
      const url = `${baseUrl}/verify_payment/${encodeURIComponent(gatewayRef)}`
      const { told } = await askGateway('flouci', url, { headers })
      const { success, result } = told as Told
      expectDone('flouci', success === true && !!result, told)
      return {
        ...(OUTCOMES[result!.status ?? ''] ?? { state: 'pending' }),
        amount: Number(result!.amount ?? 0),
        currency: currencyOf(result!.details?.currency),
        reference: result!.developer_tracking_id ?? null,
        refunded: 0,
      }
    },
    readHint({ fields, query }) {
      const gatewayRef = fields.payment_id ?? query.payment_id
      if (typeof gatewayRef !== 'string') throw unreadableHint('Name the payment in payment_id.')
      return { gatewayRef, eventId: gatewayRef }
    },
  }
}

/** Its wallet names no currency: it has only one. */
const currencyOf = (told = '788') => (told === '788' ? 'TND' : told)
