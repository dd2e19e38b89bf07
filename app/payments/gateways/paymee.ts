import { createHash, timingSafeEqual } from 'node:crypto'
import { askGateway, expectDone } from '#app/payments/gateways/ask_gateway'
import { forgedHint, type Gateway, unreadableHint } from '#app/payments/gateways/gateway'

type Keys = { apiKey: string; baseUrl: string }

type Told = {
  status?: boolean
  data?: {
    token?: string
    payment_url?: string
    payment_status?: unknown
    order_id?: string
    amount?: number | string
  }
}

/** Paymee (paymee.tn): cards and wallets. It counts in dinars; its hints carry an md5 that does not cover the amount. */
export function paymee({ apiKey, baseUrl }: Keys): Gateway {
  const headers = { Authorization: `Token ${apiKey}` }
  return {
    method: 'paymee',
    step: 1,
    async open(charge) {
      const [firstName, ...lastName] = charge.fullName.split(' ')
      const { status, told } = await askGateway('paymee', `${baseUrl}/payments/create`, {
        ...{ method: 'POST', headers },
        json: {
          ...{ amount: charge.amount / 1000, note: charge.description },
          ...{ first_name: firstName, last_name: lastName.join(' ') || firstName },
          ...{ email: charge.email ?? '', phone: charge.phone ?? '' },
          ...{ webhook_url: charge.hintUrl, order_id: charge.reference },
          ...{ return_url: charge.returnUrl, cancel_url: charge.returnUrl },
        },
      })
      const { status: isDone, data } = told as Told
      expectDone('paymee', status === 200 && isDone === true && !!data?.payment_url, told)
      return { gatewayRef: data!.token!, redirectUrl: data!.payment_url! }
    },
    async read(gatewayRef) {
      const url = `${baseUrl}/payments/${encodeURIComponent(gatewayRef)}/check`
      const { status, told } = await askGateway('paymee', url, { headers })
      const { data } = told as Told
      expectDone('paymee', status === 200 && !!data, told)
      return {
        state: isTrue(data!.payment_status) ? 'paid' : 'pending',
        amount: Math.round(Number(data!.amount ?? 0) * 1000),
        currency: 'TND',
        reference: data!.order_id ?? null,
        refunded: 0,
      }
    },
    readHint({ fields }) {
      const { token, payment_status: status, check_sum: sum } = fields
      if (typeof token !== 'string' || typeof sum !== 'string') {
        throw unreadableHint('Send token, payment_status and check_sum.')
      }
      if (!isSame(sum, checkSum(token, isTrue(status), apiKey))) throw forgedHint()
      return { gatewayRef: token, eventId: `${token}:${isTrue(status)}` }
    },
  }
}

/** Paymee's `check_sum` of a hint: md5 of its token, `1` or `0`, and our key. */
export const checkSum = (token: string, isPaid: boolean, apiKey: string): string =>
  createHash('md5')
    .update(`${token}${isPaid ? '1' : '0'}${apiKey}`)
    .digest('hex')

/** JSON says true, forms say `True` or `1`. */
const isTrue = (value: unknown) => ['true', '1'].includes(String(value).toLowerCase())

function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given.toLowerCase()), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}
