import { Problem } from '#app/platform/http/problem'

export const ONLINE_METHODS = ['konnect', 'clictopay', 'flouci', 'paymee', 'stripe'] as const

export type OnlineMethod = (typeof ONLINE_METHODS)[number]

/** What a gateway is to ask of a buyer. `amount` in millimes. */
export type Charge = {
  /** What we call it, never used before. */
  reference: string
  /** What the page says it is for, in the buyer's language. */
  description: string
  amount: number
  fullName: string
  /** In E.164. */
  phone: string | null
  email: string | null
  locale: string
  /** How long the page may stay open. */
  minutes: number
  /** Where the buyer's browser comes back to. */
  returnUrl: string
  /** Where the gateway may tell us that there is something to see. */
  hintUrl: string
}

/** Where the buyer pays, and how the gateway calls it. */
export type HostedPage = { gatewayRef: string; redirectUrl: string }

/** What a gateway says of a payment when it is asked. Amounts in millimes. */
export type Reading = {
  state: 'pending' | 'authorised' | 'paid' | 'failed'
  amount: number
  /** ISO 4217, upper case. */
  currency: string
  /** Our reference, as it was told; null from a gateway that does not repeat it. */
  reference: string | null
  /** What went back to the buyer so far. */
  refunded: number
  failure?: 'declined' | 'expired'
}

/** What a gateway sent us. `body` is as it came: signatures are about these bytes. */
export type RawHint = {
  query: Record<string, unknown>
  headers: Record<string, string | undefined>
  body: string
  fields: Record<string, unknown>
}

/** That there is something to see, and where; `eventId` is the same when it is told again. */
export type Hint = { eventId: string; gatewayRef?: string; reference?: string }

/** A company that takes money on a page of its own. Each call may throw what `sendHttp` throws. */
export interface Gateway {
  readonly method: OnlineMethod
  /** The steps its amounts come in, in millimes: it takes no others. */
  readonly step: number
  /** Makes a page. Throws `GatewayRefused` when it does not want to. */
  open(charge: Charge): Promise<HostedPage>
  read(gatewayRef: string): Promise<Reading>
  /** Throws 400 or 401 for what it cannot have sent. */
  readHint(hint: RawHint): Hint
  /** Pays back; `key` is the same when it is asked again. Absent where only people can do it. */
  refund?(gatewayRef: string, amount: number, key: string): Promise<void>
}

/** A gateway has understood what it was asked, and says no. */
export class GatewayRefused extends Error {
  constructor(
    readonly method: OnlineMethod,
    readonly told: string
  ) {
    super(`${method} refused: ${told}`)
  }
}

/** A hint that says nothing that could be looked at. */
export const unreadableHint = (detail: string) =>
  new Problem({ status: 400, code: 'hint_unreadable', title: 'Nothing to look at', detail })

/** A hint whose signature is not that of its gateway. */
export const forgedHint = () =>
  new Problem({
    status: 401,
    code: 'hint_forged',
    title: 'The signature is wrong',
    detail: 'Sign the very bytes of the body with the secret of this shop, and send it at once.',
  })
